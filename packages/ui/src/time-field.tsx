import { forwardRef } from 'react'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** A time of day, typed as 14:30. A text field, because the browser's own time field drops what is not yet a time. */
export const TimeField = forwardRef<HTMLInputElement, Omit<TextFieldProps, 'type' | 'width'>>(
  function TimeField(props, ref) {
    return (
      <TextField inputMode="text" autoComplete="off" maxLength={5} {...props} ref={ref} type="text" width="short" />
    )
  },
)
