import type { ReactNode } from 'react'

export type CardProps = {
  readonly children: ReactNode
  readonly tone?: 'attention' | 'urgent' | undefined
}

/** A raised sheet. For lists of cases use CaseCard. */
export function Card({ children, tone }: CardProps) {
  return (
    <div className="tc-card" data-tone={tone}>
      {children}
    </div>
  )
}
