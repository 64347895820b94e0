'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type DismissableProps = {
  readonly className?: string | undefined
  /** The `<summary>`. */
  readonly summary: ReactNode
  readonly children: ReactNode
}

/** Something that unfolds over the page and closes on Escape, on a press outside, when the focus leaves, and once a link in it is followed. */
export function Dismissable({ className, summary, children }: DismissableProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = details.current
    function closeFromOutside(event: PointerEvent | FocusEvent) {
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false
    }
    function closeBehindLink(event: MouseEvent) {
      if (element && event.target instanceof Element && event.target.closest('a[href]')) element.open = false
    }
    document.addEventListener('pointerdown', closeFromOutside)
    document.addEventListener('focusin', closeFromOutside)
    element?.addEventListener('click', closeBehindLink)
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside)
      document.removeEventListener('focusin', closeFromOutside)
      element?.removeEventListener('click', closeBehindLink)
    }
  }, [])
  return (
    <details
      ref={details}
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        details.current.open = false
        details.current.querySelector('summary')?.focus()
      }}
    >
      {summary}
      {children}
    </details>
  )
}
