import type { ReactNode } from 'react'
import { Disclosure } from './disclosure.tsx'
import { Link } from './link.tsx'
import { StateShape } from './state-shape.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type FigureCardProps = {
  readonly title: ReactNode
  readonly headingLevel?: 2 | 3 | undefined
  /** `hidden` = too few to show, `not-collected` = nobody collects it yet; then `value` is that sentence, never 0 %. */
  readonly state: 'shown' | 'hidden' | 'not-collected'
  /** "78 %", or the sentence. */
  readonly value: ReactNode
  /** "39 of 50 people". */
  readonly counts?: ReactNode | undefined
  /** Unknown, left out and shown beside: printed apart from the rate, because silence must not improve it. */
  readonly beside?: readonly { readonly key: string; readonly label: string; readonly value: string }[] | undefined
  /** What exactly is counted, and from which version of the rule. */
  readonly definition: { readonly summary: string; readonly text: ReactNode }
  /** Opens exactly the rows counted, where the viewer may see them. */
  readonly cases?: { readonly href: string; readonly text: string; readonly of: string } | undefined
  /** Opens the same month by month. */
  readonly months?: { readonly href: string; readonly text: string; readonly of: string } | undefined
  /** How it varies. */
  readonly children?: ReactNode | undefined
}

/** One indicator: its rate, what it is made of, what is unknown, and what it means. */
export function FigureCard(props: FigureCardProps) {
  const { title, headingLevel = 2, state, value, counts, beside = [], definition, cases, months, children } = props
  const Heading = `h${headingLevel}` as const
  return (
    <article className="tc-figure" data-state={state}>
      <Heading className="tc-figure__title">{title}</Heading>
      <p className="tc-figure__value">
        {state !== 'shown' && <StateShape tone="unknown" shape={state === 'hidden' ? 'lock' : 'dash'} />}
        {value}
      </p>
      {counts && <p className="tc-figure__counts">{counts}</p>}
      {beside.length > 0 && (
        <dl className="tc-figure__beside">
          {beside.map(({ key, label, value: besideValue }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{besideValue}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      <Disclosure summary={definition.summary}>{definition.text}</Disclosure>
      {[months, cases].map(
        (to) =>
          to && (
            <Link key={to.href} href={to.href} className="tc-figure__cases">
              {to.text}
              <VisuallyHidden> {to.of}</VisuallyHidden>
            </Link>
          ),
      )}
    </article>
  )
}
