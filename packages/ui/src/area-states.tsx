import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { StateShape } from './state-shape.tsx'
import { StatusTag } from './status-tag.tsx'
import type { Shape, Tone } from './tone.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type AreaState = {
  readonly key: string
  readonly name: string
  /** Two to four letters for the board, where five areas stand in one cell. */
  readonly short: string
  readonly state: string
  readonly tone: Tone
  readonly shape?: Shape | undefined
  readonly detail?: ReactNode | undefined
  readonly href?: string | undefined
}

type AreaStatesProps = { readonly label: string; readonly areas: readonly AreaState[] }

/** How the areas of a plan stand, one tile each with its word and shape. */
export function AreaStates({ label, areas }: AreaStatesProps) {
  return (
    <ul className="tc-areas" aria-label={label}>
      {areas.map(({ key, name, state, tone, shape, detail, href }) => (
        <li key={key} data-tone={tone}>
          <span className="tc-areas__name">
            {href ? (
              <Link href={href} className="tc-areas__link">
                {name}
              </Link>
            ) : (
              name
            )}
          </span>
          <StatusTag tone={tone} shape={shape}>
            {state}
          </StatusTag>
          {detail && <span className="tc-areas__detail">{detail}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The same in one table cell: shape and short name; the whole words for screen readers and on hover. */
export function AreaStatesCompact({ label, areas }: AreaStatesProps) {
  return (
    <ul className="tc-areas-compact" aria-label={label}>
      {areas.map(({ key, name, short, state, tone, shape }) => (
        <li key={key} data-tone={tone} title={`${name}: ${state}`}>
          <StateShape tone={tone} shape={shape} />
          <span aria-hidden="true">{short}</span>
          <VisuallyHidden>{`${name}: ${state}`}</VisuallyHidden>
        </li>
      ))}
    </ul>
  )
}
