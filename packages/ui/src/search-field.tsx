import { forwardRef, type InputHTMLAttributes, useId } from 'react'
import { Button } from './button.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-props.tsx'

export type SearchFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'size' | 'id' | 'type'> & {
    readonly buttonText: string
    readonly pending?: boolean | undefined
    readonly pendingText?: string | undefined
  }

/** Text to look for and the button that looks. Sits in a form that is posted: what is sought never enters an address. */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { label, description, error, id, name, hideLabel, className, buttonText, pending, pendingText, ...rest },
  ref,
) {
  const own = useId()
  const fieldId = id ?? name ?? own
  return (
    <FieldFrame {...{ fieldId, label, description, error, hideLabel, className }}>
      {(described) => (
        <div className="tc-search">
          <input
            autoComplete="off"
            spellCheck={false}
            {...rest}
            {...described}
            ref={ref}
            id={fieldId}
            name={name}
            type="search"
            className="aksel-text-field__input"
          />
          <Button type="submit" icon="search" pending={pending} pendingText={pendingText}>
            {buttonText}
          </Button>
        </div>
      )}
    </FieldFrame>
  )
})
