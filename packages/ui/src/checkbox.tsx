import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names.tsx'
import { FieldError } from './field-error.tsx'

export type CheckboxProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'style' | 'size' | 'id' | 'type' | 'children'
> & {
  readonly label: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  readonly id?: string | undefined
}

/** Yes or not. Takes `register(…)` as it is; several with one name give react-hook-form an array. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { label, description, error, id, className, ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  const described = [description && `${fieldId}-more`, error && `${fieldId}-error`].filter(Boolean).join(' ')
  return (
    <div className={classNames('tc-checkbox', Boolean(error) && 'tc-field--error', className)}>
      <div className="tc-choice">
        <input
          {...rest}
          ref={ref}
          id={fieldId}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        <label htmlFor={fieldId}>{label}</label>
        {description && (
          <div id={`${fieldId}-more`} className="tc-choice__more">
            {description}
          </div>
        )}
      </div>
      <FieldError id={`${fieldId}-error`}>{error}</FieldError>
    </div>
  )
})
