import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { StateShape } from './state-shape.tsx'

export type FilterGroup = {
  readonly key: string
  readonly label: string
  /** Each option is the address of the page with this filter put on or taken off. */
  readonly options: readonly {
    readonly href: string
    readonly text: string
    readonly selected: boolean
    readonly count?: string | undefined
  }[]
}

export type FilterBarProps = {
  readonly label: string
  readonly groups: readonly FilterGroup[]
  readonly clear?: { readonly href: string; readonly text: string } | undefined
  /** "14 of 312 people". */
  readonly summary?: ReactNode | undefined
}

/** Narrows a list by links, so that a filtered list can be kept and sent. Free text never goes here: it would enter the address. */
export function FilterBar({ label, groups, clear, summary }: FilterBarProps) {
  return (
    <nav className="tc-filter-bar" aria-label={label}>
      {groups.map((group) => (
        <div key={group.key} className="tc-filter-bar__group">
          <span id={`filter-${group.key}`} className="tc-filter-bar__label">
            {group.label}
          </span>
          <ul aria-labelledby={`filter-${group.key}`}>
            {group.options.map(({ href, text, selected, count }) => (
              <li key={text}>
                <Link quiet href={href} scroll={false} className="tc-chip" aria-current={selected ? 'true' : undefined}>
                  {selected && <StateShape tone="info" shape="check" />}
                  {text}
                  {count !== undefined && <span className="tc-chip__count">{count}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {(summary || clear) && (
        <div className="tc-filter-bar__end">
          {summary && <p>{summary}</p>}
          {clear && (
            <Link href={clear.href} scroll={false}>
              {clear.text}
            </Link>
          )}
        </div>
      )}
    </nav>
  )
}
