import { Link } from './link.tsx'

export type BreadcrumbsProps = {
  readonly label: string
  /** From the top down; the last one is this page and needs no address. No names of people: use "Case". */
  readonly items: readonly { readonly text: string; readonly href?: string | undefined }[]
}

/** The way back up. */
export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav className="tc-breadcrumbs" aria-label={label}>
      <ol>
        {items.map(({ text, href }) => (
          <li key={text}>{href ? <Link href={href}>{text}</Link> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
