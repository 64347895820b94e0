import { forwardRef, type InputHTMLAttributes, useId } from 'react'
import { classNames } from './class-names.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.tsx'

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'style' | 'type' | 'id'> & {
    readonly type?: 'text' | 'email' | 'tel' | 'password' | undefined
    /** As wide as what is asked for: a hint of what fits. */
    readonly width?: 'short' | 'medium' | 'full' | undefined
  }

/** One line of text. Takes `register(…)` of react-hook-form as it is. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, description, error, id, hideLabel, className, width = 'full', type = 'text', ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <FieldFrame
      {...{ fieldId, label, description, error, hideLabel }}
      className={classNames(`tc-field--${width}`, className)}
    >
      {(described) => (
        <input {...rest} {...described} ref={ref} id={fieldId} type={type} className="aksel-text-field__input" />
      )}
    </FieldFrame>
  )
})
