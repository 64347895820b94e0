import { Link } from './link.tsx'

export type SubNavigationItem = { readonly href: string; readonly text: string; readonly current?: boolean | undefined }

/** The pages of one case, side by side; scrolls sideways on a phone. */
export function SubNavigation({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly SubNavigationItem[]
}) {
  return (
    <nav className="tc-sub-navigation" aria-label={label}>
      <ul>
        {items.map(({ href, text, current }) => (
          <li key={href}>
            <Link quiet href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
