import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

type PageLink = { readonly href: string; readonly text: string }

export type PaginationProps = {
  readonly label: string
  /** "26 to 50 of 312 people". */
  readonly summary?: string | undefined
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  /** Numbered pages where they are known; `spoken` is the whole phrase ("page 3"). */
  readonly pages?:
    | readonly (PageLink & { readonly spoken?: string | undefined; readonly current?: boolean | undefined })[]
    | undefined
}

/** From page to page by links: the page is in the address. */
export function Pagination({ label, summary, previous, next, pages = [] }: PaginationProps) {
  return (
    <nav className="tc-pagination" aria-label={label}>
      {summary && <p className="tc-pagination__summary">{summary}</p>}
      <ul>
        {previous && (
          <li>
            <Link quiet href={previous.href} rel="prev" className="tc-pagination__step">
              <Icon name="back" />
              {previous.text}
            </Link>
          </li>
        )}
        {pages.map(({ href, text, spoken, current }) => (
          <li key={href} className="tc-pagination__number">
            <Link quiet href={href} aria-current={current ? 'page' : undefined}>
              {spoken ? <VisuallyHidden>{spoken}</VisuallyHidden> : null}
              <span aria-hidden={spoken ? true : undefined}>{text}</span>
            </Link>
          </li>
        ))}
        {next && (
          <li>
            <Link quiet href={next.href} rel="next" className="tc-pagination__step">
              {next.text}
              <Icon name="next" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
