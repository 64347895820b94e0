import type { ReactNode } from 'react'
import { Clock, type ClockProps } from './clock.tsx'
import { FactList } from './fact-list.tsx'
import { Link } from './link.tsx'

export type CaseCardProps = {
  readonly title: string
  readonly headingLevel?: 2 | 3 | undefined
  readonly href?: string | undefined
  /** Number, date of birth, area, sender: short ready words. */
  readonly facts?: readonly ReactNode[] | undefined
  readonly clock?: ClockProps | undefined
  /** StatusTags. */
  readonly states?: ReactNode | undefined
  readonly children?: ReactNode | undefined
  readonly actions?: ReactNode | undefined
  readonly tone?: 'attention' | 'urgent' | undefined
}

/** One case in a list that is worked from the top: who, how late, how it stands, what to press. Stand it in a CaseList. */
export function CaseCard({
  title,
  headingLevel = 3,
  href,
  facts = [],
  clock,
  states,
  children,
  actions,
  tone,
}: CaseCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <li className="tc-case-card" data-tone={tone}>
      {clock && <Clock {...clock} />}
      <div className="tc-case-card__main">
        <Heading className="tc-case-card__title">{href ? <Link href={href}>{title}</Link> : title}</Heading>
        <FactList facts={facts} />
        {states && <div className="tc-case-card__states">{states}</div>}
        {children}
      </div>
      {actions && <div className="tc-case-card__actions">{actions}</div>}
    </li>
  )
}

/** The list around CaseCards. Ordered: the first is the most pressing. */
export function CaseList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className="tc-case-list" aria-label={label}>
      {children}
    </ol>
  )
}
