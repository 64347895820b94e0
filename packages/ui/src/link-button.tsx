import type { ReactNode } from 'react'
import { type ButtonVariant, buttonLook } from './button-look.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type LinkButtonProps = {
  readonly href: string
  readonly children: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'medium' | 'small' | undefined
  readonly icon?: IconName | undefined
  /** Leads away from the pages: the browser goes there itself. */
  readonly leadsAway?: boolean | undefined
}

/** Looks like a button, goes somewhere. A link because the press changes nothing: only the address. */
export function LinkButton({ href, children, variant, size, icon, leadsAway }: LinkButtonProps) {
  const look = buttonLook({ variant, size })
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span className="aksel-label">{children}</span>
    </>
  )
  if (leadsAway)
    return (
      <a href={href} {...look}>
        {inside}
      </a>
    )
  return (
    <Link quiet href={href} {...look}>
      {inside}
    </Link>
  )
}
