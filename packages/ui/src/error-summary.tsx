'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { StateShape } from './state-shape.tsx'

export type ErrorSummaryProps = {
  readonly heading: ReactNode
  /**
   * One line per fault, in the order of the page. A field is found by its id, or by its name in the form of this summary (in the page, outside of any form).
   * Without a field id it is words only (a fault of the whole form).
   */
  readonly errors: readonly { readonly fieldId?: string | undefined; readonly message: ReactNode }[]
  /** Changes with every attempt (for example the form's submitCount), so that focus comes back here each time. */
  readonly attempt?: number | string | undefined
}

/** What is to be mended before the form can be sent, with links into the fields. Takes the focus when it appears. */
export function ErrorSummary({ heading, errors, attempt = 0 }: ErrorSummaryProps) {
  const title = useRef<HTMLHeadingElement>(null)
  // A new attempt is the reason to take the focus again.
  useEffect(() => title.current?.focus(), [attempt])
  return (
    <div className="tc-error-summary">
      <h2 ref={title} tabIndex={-1}>
        <StateShape tone="urgent" />
        {heading}
      </h2>
      <ul>
        {errors.map(({ fieldId, message }, index) => (
          <li key={index}>
            {fieldId ? (
              <a href={`#${fieldId}`} className="tc-link" onClick={(event) => goToField(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Focus instead of a jump: the address stays as it is and the label stays in sight under the sticky identity bar. */
function goToField(event: MouseEvent<HTMLElement>, fieldId: string) {
  // Two forms of a page may have a field of one name.
  const field = findField(event.currentTarget.closest('form') ?? document, CSS.escape(fieldId))
  if (!field) return
  event.preventDefault()
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
}

function findField(form: ParentNode, name: string): HTMLElement | null {
  return form.querySelector(`#${name}, [name="${name}"]:not(fieldset), fieldset[name="${name}"] input`)
}
