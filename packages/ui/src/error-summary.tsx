'use client'

import { ErrorSummary as AkselErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

export type ErrorSummaryProps = {
  readonly heading: ReactNode
  /** One line per fault, in the order of the page. Without a field id it is words only (a fault of the whole form). */
  readonly errors: readonly { readonly fieldId?: string | undefined; readonly message: ReactNode }[]
  /** Changes with every attempt (for example the form's submitCount), so that focus comes back here each time. */
  readonly attempt?: number | string | undefined
}

/** What is to be mended before the form can be sent, with links into the fields. Takes the focus when it appears. */
export function ErrorSummary({ heading, errors, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // A new attempt is the reason to take the focus again.
  useEffect(() => box.current?.focus(), [attempt])
  return (
    <AkselErrorSummary ref={box} heading={heading} className="tc-error-summary">
      {errors.map(({ fieldId, message }, index) =>
        fieldId ? (
          <AkselErrorSummary.Item key={fieldId} href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
            {message}
          </AkselErrorSummary.Item>
        ) : (
          <li key={index}>{message}</li>
        ),
      )}
    </AkselErrorSummary>
  )
}

/** Focus instead of a jump: the address stays as it is and the label stays in sight under the sticky identity bar. */
function goToField(event: MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId)
  if (!field) return
  event.preventDefault()
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
}
