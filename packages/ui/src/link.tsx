import NextLink from 'next/link'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { withoutUndefined } from './without-undefined.tsx'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'style'> & {
  readonly href: string
  readonly children: ReactNode
  /** Without underline until hovered, for links that are already recognisable as such (navigation, cards). */
  readonly quiet?: boolean | undefined
  readonly replace?: boolean | undefined
  readonly scroll?: boolean | undefined
}

/**
 * A link within the product. Never fetched ahead of the press: opening a case is written to its audit trail,
 * and a trail that shows pages nobody opened is worth nothing.
 */
export function Link({ quiet, className, ...rest }: LinkProps) {
  return (
    <NextLink prefetch={false} className={classNames(!quiet && 'tc-link', className)} {...withoutUndefined(rest)} />
  )
}
