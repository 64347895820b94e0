import { Link } from './link.tsx'
import { StateShape } from './state-shape.tsx'
import type { Tone } from './tone.tsx'

export type CountItem = {
  readonly key: string
  readonly value: string
  readonly label: string
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly tone?: Tone | undefined
}

/** A few counts over a list; each opens exactly the rows that it counts. */
export function CountRow({ label, items }: { readonly label: string; readonly items: readonly CountItem[] }) {
  return (
    <ul className="tc-counts" aria-label={label}>
      {items.map(({ key, value, label: words, href, current, tone }) => {
        const content = (
          <>
            <span className="tc-counts__value">
              {tone && <StateShape tone={tone} />}
              {value}
            </span>{' '}
            <span className="tc-counts__label">{words}</span>
          </>
        )
        return (
          <li key={key}>
            {href ? (
              <Link quiet href={href} className="tc-counts__item" aria-current={current ? 'true' : undefined}>
                {content}
              </Link>
            ) : (
              <span className="tc-counts__item">{content}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
