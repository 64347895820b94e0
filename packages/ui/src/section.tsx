import type { ReactNode } from 'react'

export type SectionProps = {
  readonly id?: string | undefined
  readonly heading: ReactNode
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly lead?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
  readonly children: ReactNode
  /** On a raised sheet of its own. */
  readonly card?: boolean | undefined
}

/** A part of a page with its heading. */
export function Section({ id, heading, headingLevel = 2, lead, actions, children, card }: SectionProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section id={id} className="tc-section" data-card={card || undefined}>
      <div className="tc-section__head">
        <Heading data-level={headingLevel}>{heading}</Heading>
        {actions && <div className="tc-section__actions">{actions}</div>}
      </div>
      {lead && <p className="tc-section__lead">{lead}</p>}
      {children}
    </section>
  )
}
