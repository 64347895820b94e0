import type { ReactNode } from 'react'

export type EmptyStateProps = {
  readonly heading: ReactNode
  readonly headingLevel?: 2 | 3 | undefined
  /** Why there is nothing and what to do about it. */
  readonly children?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
}

/** Where a list would be: says why it is empty. Nothing to do and nothing found are different sentences. */
export function EmptyState({ heading, headingLevel = 2, children, actions }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="tc-empty">
      <Heading className="tc-empty__heading">{heading}</Heading>
      {children && <div className="tc-empty__text">{children}</div>}
      {actions && <div className="tc-empty__actions">{actions}</div>}
    </div>
  )
}
