import type { ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { FieldError } from './field-error.tsx'

export type FieldsetProps = {
  readonly id: string
  /** Of a field whose inputs have no name of their own. */
  readonly name?: string | undefined
  readonly legend: ReactNode
  readonly description?: ReactNode | undefined
  readonly error?: ReactNode | undefined
  readonly hideLegend?: boolean | undefined
  /** The question of the page: drawn larger. */
  readonly large?: boolean | undefined
  readonly role?: 'group' | 'radiogroup' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Several fields that answer one question. The error stands between question and answers, where it is read before them. */
export function Fieldset({
  id,
  name,
  legend,
  description,
  error,
  hideLegend,
  large,
  role,
  className,
  children,
}: FieldsetProps) {
  const descriptionId = description ? `${id}-description` : undefined
  const errorId = error ? `${id}-error` : undefined
  return (
    <fieldset
      name={name}
      role={role}
      className={classNames('tc-fieldset', Boolean(error) && 'tc-field--error', className)}
      aria-describedby={[descriptionId, errorId].filter(Boolean).join(' ') || undefined}
      aria-invalid={role === 'radiogroup' && error ? true : undefined}
    >
      <legend className={classNames('aksel-label', large && 'tc-fieldset__large', hideLegend && 'aksel-sr-only')}>
        {legend}
      </legend>
      {description && (
        <div id={descriptionId} className="tc-field__description">
          {description}
        </div>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {children}
    </fieldset>
  )
}
