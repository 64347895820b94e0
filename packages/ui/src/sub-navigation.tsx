import { Dismissable } from './dismissable.tsx'
import { Link } from './link.tsx'

export type SubNavigationItem = { readonly href: string; readonly text: string; readonly current?: boolean | undefined }

/** How many of the pages stand side by side on a phone; "More" unfolds the rest. */
const PAGES_ON_A_PHONE = 3

type Props = {
  readonly label: string
  readonly items: readonly SubNavigationItem[]
  /** What unfolds the rest on a phone. */
  readonly moreText: string
}

/** The pages of one case: side by side on a desk, in as many lines as they need; on a phone the first few, and the rest behind "More". */
export function SubNavigation({ label, items, moreText }: Props) {
  const fits = items.length <= PAGES_ON_A_PHONE + 1
  const rest = fits ? [] : items.slice(PAGES_ON_A_PHONE)
  return (
    <nav className="tc-sub-navigation" aria-label={label}>
      <ul>
        {items.map((item) => (
          <Page key={item.href} {...item} className={rest.includes(item) ? 'tc-sub-navigation__wide' : undefined} />
        ))}
        {rest.length > 0 && (
          <li className="tc-sub-navigation__more">
            <Dismissable
              summary={<summary data-current={rest.some(({ current }) => current) || undefined}>{moreText}</summary>}
            >
              <ul>
                {rest.map((item) => (
                  <Page key={item.href} {...item} />
                ))}
              </ul>
            </Dismissable>
          </li>
        )}
      </ul>
    </nav>
  )
}

function Page({ href, text, current, className }: SubNavigationItem & { readonly className?: string | undefined }) {
  return (
    <li className={className}>
      <Link quiet href={href} aria-current={current ? 'page' : undefined}>
        {text}
      </Link>
    </li>
  )
}
