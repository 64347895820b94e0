'use client'

import { Button as AkselButton } from '@navikt/ds-react/Button'
import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode } from 'react'
import { classNames } from './class-names.tsx'
import { Icon, type IconName } from './icon.tsx'
import { withoutUndefined } from './without-undefined.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style' | 'disabled' | 'children'> & {
  readonly children: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'medium' | 'small' | undefined
  readonly icon?: IconName | undefined
  /** While the deed is under way: further presses do nothing and `pendingText` stands in the button. */
  readonly pending?: boolean | undefined
  readonly pendingText?: string | undefined
  readonly disabled?: boolean | undefined
}

const AKSEL_VARIANT = { primary: 'primary', secondary: 'secondary', quiet: 'tertiary', danger: 'danger' } as const

/**
 * Does a deed. A pending button stays in the tab order and is announced as busy by its own words;
 * a button that vanishes from under the finger loses the keyboard's place.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { children, variant = 'primary', icon, pending = false, pendingText, className, onClick, type = 'button', ...rest },
  ref,
) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <AkselButton
      {...withoutUndefined(rest)}
      ref={ref}
      type={type}
      variant={AKSEL_VARIANT[variant]}
      className={classNames('tc-button', className)}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      icon={pending ? <span className="tc-button__busy" aria-hidden="true" /> : icon && <Icon name={icon} />}
      onClick={press}
    >
      {pending && pendingText ? pendingText : children}
    </AkselButton>
  )
})
