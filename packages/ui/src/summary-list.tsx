import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type SummaryRow = {
  readonly key: string
  readonly label: ReactNode
  /** Unknown is said in words by the caller ("not known"), never left empty. */
  readonly value: ReactNode
  readonly change?: { readonly href: string; readonly text: string; readonly of: string } | undefined
}

/** Facts with their names: what is known about something, or answers to check before they are sent. */
export function SummaryList({
  rows,
  compact,
}: {
  readonly rows: readonly SummaryRow[]
  readonly compact?: boolean | undefined
}) {
  return (
    <dl className="tc-summary-list" data-compact={compact || undefined}>
      {rows.map(({ key, label, value, change }) => (
        <div key={key} className="tc-summary-list__row">
          <dt>{label}</dt>
          <dd className="tc-summary-list__value">{value}</dd>
          {change && (
            <dd className="tc-summary-list__change">
              <Link href={change.href}>
                {change.text}
                <VisuallyHidden> {change.of}</VisuallyHidden>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
