import { classNames } from './class-names.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const AKSEL_LOOK = {
  primary: { 'data-variant': 'primary' },
  secondary: { 'data-variant': 'secondary' },
  quiet: { 'data-variant': 'tertiary' },
  danger: { 'data-variant': 'primary', 'data-color': 'danger' },
} as const satisfies Record<ButtonVariant, object>

type ButtonLook = {
  readonly variant: ButtonVariant | undefined
  readonly size: 'medium' | 'small' | undefined
  readonly className?: string | undefined
}

/** The attributes by which Aksel's sheet draws a button, whether it is one or a link. */
export function buttonLook({ variant = 'primary', size = 'medium', className }: ButtonLook) {
  return {
    className: classNames('aksel-button', `aksel-button--${size}`, 'tc-button', className),
    ...AKSEL_LOOK[variant],
  }
}
