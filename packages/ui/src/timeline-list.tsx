import type { ReactNode } from 'react'
import { StateShape } from './state-shape.tsx'
import type { Shape, Tone } from './tone.tsx'

export type TimelineEntry = {
  readonly key: string
  /** ISO instant or day, and the same in words. */
  readonly dateTime: string
  readonly when: ReactNode
  readonly title: ReactNode
  readonly by?: ReactNode | undefined
  readonly children?: ReactNode | undefined
  readonly tone?: Tone | undefined
  readonly shape?: Shape | undefined
}

/** What happened, in the order given. A late entry or a correction says so in its words. */
export function TimelineList({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}) {
  return (
    <ol className="tc-timeline" aria-label={label}>
      {entries.map(({ key, dateTime, when, title, by, children, tone = 'quiet', shape }) => (
        <li key={key}>
          <StateShape tone={tone} shape={shape} />
          <div>
            <p className="tc-timeline__title">{title}</p>
            <p className="tc-timeline__meta">
              <time dateTime={dateTime}>{when}</time>
              {by && <span>{by}</span>}
            </p>
            {children && <div className="tc-timeline__text">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
