import type { ReactNode } from 'react'

export type PageHeadingProps = {
  readonly children: ReactNode
  /** The step or section that the page belongs to, above the heading. */
  readonly caption?: ReactNode | undefined
  readonly lead?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
}

/** The one h1 of a page. */
export function PageHeading({ children, caption, lead, actions }: PageHeadingProps) {
  return (
    <div className="tc-page-heading">
      <div className="tc-page-heading__words">
        <h1>
          {caption && <span className="tc-page-heading__caption">{caption}</span>}
          {children}
        </h1>
        {lead && <p className="tc-page-heading__lead">{lead}</p>}
      </div>
      {actions && <div className="tc-page-heading__actions">{actions}</div>}
    </div>
  )
}
