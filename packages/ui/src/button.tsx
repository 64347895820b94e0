import { type ButtonHTMLAttributes, forwardRef, type MouseEvent, type ReactNode } from 'react'
import { type ButtonVariant, buttonLook } from './button-look.tsx'
import { Icon, type IconName } from './icon.tsx'

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

/**
 * Does a deed. A pending button stays in the tab order and is announced as busy by its own words;
 * a button that vanishes from under the finger loses the keyboard's place.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { children, variant, size, icon, pending, pendingText, className, onClick, type = 'button', ...rest } = props
  return (
    <button
      {...rest}
      {...buttonLook({ variant, size, className })}
      ref={ref}
      type={type}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      onClick={pending ? ignorePress : onClick}
    >
      {pending ? <span className="tc-button__busy" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span className="aksel-label">{pending && pendingText ? pendingText : children}</span>
    </button>
  )
})

/** Also stops the form from being sent a second time. */
function ignorePress(event: MouseEvent) {
  event.preventDefault()
}
