import { forwardRef, type TextareaHTMLAttributes, useId } from 'react'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.tsx'

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'style' | 'id' | 'children'>

/** Several lines of text; grows with what is typed where the browser can. Takes `register(…)` as it is. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, description, error, id, hideLabel, className, rows = 3, ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <FieldFrame {...{ fieldId, label, description, error, hideLabel, className }}>
      {(described) => (
        <textarea
          {...rest}
          {...described}
          ref={ref}
          id={fieldId}
          rows={rows}
          className="aksel-textarea__input tc-textarea"
        />
      )}
    </FieldFrame>
  )
})
