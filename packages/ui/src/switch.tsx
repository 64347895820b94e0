import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names.tsx'

export type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'size' | 'id' | 'type' | 'children'> & {
  readonly label: ReactNode
  readonly description?: ReactNode | undefined
  readonly id?: string | undefined
}

/** A setting that acts at once. For an answer that is sent with a form use Checkbox. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch(
  { label, description, id, className, ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <div className={classNames('aksel-switch aksel-switch--medium aksel-switch--left', className)}>
      <input {...rest} ref={ref} id={fieldId} type="checkbox" className="aksel-switch__input" />
      <span className="aksel-switch__track">
        <span className="aksel-switch__thumb tc-switch__thumb" />
      </span>
      <label htmlFor={fieldId} className="aksel-switch__label-wrapper">
        <span className={classNames('aksel-switch__content', Boolean(description) && 'aksel-switch--with-description')}>
          <span className="aksel-switch__label">{label}</span>
          {description && <span className="aksel-form-field__subdescription">{description}</span>}
        </span>
      </label>
    </div>
  )
})
