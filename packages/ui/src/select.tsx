import { forwardRef, type SelectHTMLAttributes, useId } from 'react'
import { classNames } from './class-names.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.tsx'
import { Icon } from './icon.tsx'

export type SelectOption = { readonly value: string; readonly text: string; readonly disabled?: boolean | undefined }

export type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'style' | 'size' | 'id' | 'children' | 'multiple'> & {
    readonly options: readonly SelectOption[]
    /** The first, empty choice; without it the first option is chosen from the start. */
    readonly emptyText?: string | undefined
    readonly width?: 'medium' | 'full' | undefined
  }

/** One of many, in the device's own picker. Takes `register(…)` as it is. For fewer than six choices prefer RadioGroup. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { label, description, error, id, hideLabel, className, options, emptyText, width = 'full', ...rest } = props
  const own = useId()
  const fieldId = id ?? own
  return (
    <FieldFrame
      {...{ fieldId, label, description, error, hideLabel }}
      className={classNames(`tc-field--${width}`, className)}
    >
      {(described) => (
        <div className="aksel-select__container">
          <select {...rest} {...described} ref={ref} id={fieldId} className="aksel-select__input">
            {emptyText !== undefined && <option value="">{emptyText}</option>}
            {options.map(({ value, text, disabled }) => (
              <option key={value} value={value} disabled={disabled}>
                {text}
              </option>
            ))}
          </select>
          <span className="aksel-select__chevron">
            <Icon name="down" />
          </span>
        </div>
      )}
    </FieldFrame>
  )
})
