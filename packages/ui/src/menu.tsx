'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Icon, type IconName } from './icon.tsx'

type MenuProps = {
  readonly label: string
  readonly icon?: IconName | undefined
  /** Links, buttons, switches. */
  readonly children: ReactNode
}

/** A panel under a button in the header. Closes on Escape, on a press outside and when the focus leaves. */
export function Menu({ label, icon = 'person', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    function close(event: PointerEvent | FocusEvent) {
      const element = details.current
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  return (
    <details
      ref={details}
      className="tc-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        details.current.open = false
        details.current.querySelector('summary')?.focus()
      }}
    >
      <summary>
        <Icon name={icon} />
        <span className="tc-menu__label">{label}</span>
        <Icon name="down" />
      </summary>
      <div className="tc-menu__panel">{children}</div>
    </details>
  )
}
