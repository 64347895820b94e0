import { forwardRef, type InputHTMLAttributes, useId } from 'react'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.tsx'

export type FileFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'size' | 'id' | 'type' | 'value' | 'defaultValue'>

/** A file from the device, chosen in its own dialog or dropped on the field. */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(
  { label, description, error, id, name, hideLabel, className, ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <FieldFrame {...{ fieldId, label, description, error, hideLabel, className }}>
      {(described) => (
        <input {...rest} {...described} ref={ref} id={fieldId} name={name} type="file" className="tc-file" />
      )}
    </FieldFrame>
  )
})
