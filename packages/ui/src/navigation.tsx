import { Dismissable } from './dismissable.tsx'
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

/** How many places the lower edge of a phone has; with more, the last one unfolds the rest. */
const PLACES_ON_A_PHONE = 5

type Props = {
  readonly label: string
  readonly items: readonly NavigationItem[]
  /** What the place is called that holds the rest on a phone. */
  readonly moreText: string
}

/** Where one can go: at the side on a desk; along the lower edge on a phone, the most used first and the rest behind "More". */
export function Navigation({ label, items, moreText }: Props) {
  const fits = items.length <= PLACES_ON_A_PHONE
  const first = fits ? items : items.slice(0, PLACES_ON_A_PHONE - 1)
  const rest = items.slice(first.length)
  return (
    <nav className="tc-navigation" aria-label={label}>
      <ul>
        {first.map((item) => (
          <Place key={item.href} {...item} />
        ))}
        {rest.map((item) => (
          <Place key={item.href} {...item} className="tc-navigation__wide" />
        ))}
        {rest.length > 0 && (
          <li className="tc-navigation__more">
            <Dismissable
              summary={
                <summary data-current={rest.some(({ current }) => current) || undefined}>
                  <Icon name="more" />
                  <span className="tc-navigation__text">{moreText}</span>
                </summary>
              }
            >
              <ul>
                {rest.map((item) => (
                  <Place key={item.href} {...item} />
                ))}
              </ul>
            </Dismissable>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Place({ href, text, icon, current, count, className }: NavigationItem & { readonly className?: string }) {
  return (
    <li className={className}>
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
  )
}
