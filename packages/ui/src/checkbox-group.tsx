import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { Checkbox } from './checkbox.tsx'
import { Fieldset } from './fieldset.tsx'
import type { Choice } from './radio-group.tsx'

export type CheckboxGroupProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'style' | 'size' | 'id' | 'type' | 'value' | 'defaultValue' | 'children'
> & {
  readonly legend: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  readonly id?: string | undefined
  readonly hideLegend?: boolean | undefined
  readonly choices: readonly Choice[]
  readonly defaultValue?: readonly string[] | undefined
}

/** Any of few. `register(…)` goes on the group and yields an array of the chosen values. */
export const CheckboxGroup = forwardRef<HTMLInputElement, CheckboxGroupProps>(function CheckboxGroup(
  { legend, description, error, id, hideLegend, choices, defaultValue, name, ...rest },
  ref,
) {
  const own = useId()
  const groupId = id ?? own
  return (
    // The first box carries the group's id, for the error summary, and has an error line of its own.
    <Fieldset {...{ legend, description, error, hideLegend }} id={`${groupId}-group`}>
      <div className="tc-choices" data-layout="list">
        {choices.map(({ value, text, description: more, disabled }, index) => (
          <Checkbox
            {...rest}
            {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue.includes(value) })}
            key={value}
            ref={ref}
            id={index === 0 ? groupId : `${groupId}-${value}`}
            name={name}
            value={value}
            label={text}
            description={more}
            disabled={disabled ?? rest.disabled}
          />
        ))}
      </div>
    </Fieldset>
  )
})
