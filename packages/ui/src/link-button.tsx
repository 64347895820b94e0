import type { ReactNode } from 'react'
import type { ButtonVariant } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

const AKSEL_LOOK = {
  primary: { 'data-variant': 'primary' },
  secondary: { 'data-variant': 'secondary' },
  quiet: { 'data-variant': 'tertiary' },
  danger: { 'data-variant': 'primary', 'data-color': 'danger' },
} as const satisfies Record<ButtonVariant, object>

type LinkButtonProps = {
  readonly href: string
  readonly children: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'medium' | 'small' | undefined
  readonly icon?: IconName | undefined
}

/** Looks like a button, goes somewhere. A link because the press changes nothing: only the address. */
export function LinkButton({ href, children, variant = 'primary', size = 'medium', icon }: LinkButtonProps) {
  return (
    <Link quiet href={href} className={`aksel-button aksel-button--${size} tc-button`} {...AKSEL_LOOK[variant]}>
      {icon && (
        <span className="aksel-button__icon">
          <Icon name={icon} />
        </span>
      )}
      <span className="aksel-label">{children}</span>
    </Link>
  )
}
