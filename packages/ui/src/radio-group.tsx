import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { Fieldset } from './fieldset.tsx'

export type Choice = {
  readonly value: string
  readonly text: ReactNode
  readonly description?: ReactNode | undefined
  readonly disabled?: boolean | undefined
}

export type RadioGroupProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'style' | 'size' | 'id' | 'type' | 'value' | 'defaultValue' | 'children'
> & {
  readonly legend: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  readonly id?: string | undefined
  readonly hideLegend?: boolean | undefined
  readonly large?: boolean | undefined
  readonly choices: readonly Choice[]
  /** `inline` = side by side as one bar: short words only, such as known / not known / asked later. */
  readonly layout?: 'list' | 'inline' | undefined
  readonly value?: string | undefined
  readonly defaultValue?: string | undefined
}

/** One of few, all in sight. `register(…)` goes on the group: each choice gets its ref, name and handlers. */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
  { legend, description, error, id, hideLegend, large, choices, layout = 'list', value, defaultValue, name, ...rest },
  ref,
) {
  const own = useId()
  const groupName = name ?? own
  const groupId = id ?? own
  return (
    <Fieldset {...{ legend, description, error, hideLegend, large }} id={groupId} role="radiogroup">
      <div className="tc-choices" data-layout={layout}>
        {choices.map((choice, index) => {
          // The first choice carries the group's id, so that the error summary has somewhere to go.
          const choiceId = index === 0 ? groupId : `${groupId}-${choice.value}`
          const isChosen = value === undefined ? {} : { checked: value === choice.value }
          const isFirst = defaultValue === undefined ? {} : { defaultChecked: defaultValue === choice.value }
          return (
            <div className="tc-choice" key={choice.value}>
              <input
                {...rest}
                {...isChosen}
                {...isFirst}
                ref={ref}
                id={choiceId}
                name={groupName}
                type="radio"
                value={choice.value}
                disabled={choice.disabled ?? rest.disabled}
                aria-describedby={choice.description ? `${choiceId}-more` : undefined}
              />
              <label htmlFor={choiceId}>{choice.text}</label>
              {choice.description && (
                <div id={`${choiceId}-more`} className="tc-choice__more">
                  {choice.description}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
})
