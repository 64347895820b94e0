import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

export type NavigationItem = {
  readonly href: string
  readonly text: string
  readonly icon: IconName
  readonly current?: boolean | undefined
  /** How many wait there, and the same in words for screen readers. */
  readonly count?: { readonly value: string; readonly words: string } | undefined
}

/** Where one can go: at the side on a desk, along the lower edge on a phone. Five entries at most. */
export function Navigation({ label, items }: { readonly label: string; readonly items: readonly NavigationItem[] }) {
  return (
    <nav className="tc-navigation" aria-label={label}>
      <ul>
        {items.map(({ href, text, icon, current, count }) => (
          <li key={href}>
            <Link quiet href={href} aria-current={current ? 'page' : undefined}>
              <Icon name={icon} />
              <span className="tc-navigation__text">{text}</span>
              {count && (
                <span className="tc-navigation__count">
                  <span aria-hidden="true">{count.value}</span>
                  <span className="aksel-sr-only">{count.words}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
