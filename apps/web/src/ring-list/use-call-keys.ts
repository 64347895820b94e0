'use client'

import { type RefObject, useEffect } from 'react'

/**
 * Keys of the call that has the focus: R rings, 1 to 3 press what came of it, N takes the next one. They act only while something in
 * the call has the focus, so that nothing typed elsewhere is taken for a press (WCAG 2.1.4), and a key that is held down presses
 * once. A new call takes the focus when the one before it had it.
 */
export function useCallKeys(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = card.current
    if (!element) return
    if (hadFocus) element.querySelector<HTMLElement>('[data-call-number] a, [data-call-outcomes] button')?.focus()
    hadFocus = false
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const pressed = pressedBy(element, event.key.toLowerCase())
      if (!pressed) return
      event.preventDefault()
      hadFocus = true
      pressed.click()
    }
    const onClick = () => {
      hadFocus = true
    }
    const outcomes = element.querySelector('[data-call-outcomes]')
    element.addEventListener('keydown', onKey)
    outcomes?.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('keydown', onKey)
      outcomes?.removeEventListener('click', onClick)
    }
  }, [card])
}

/** Whether the call before this one was worked on: then the next one goes on from there. */
let hadFocus = false

function pressedBy(card: HTMLElement, key: string): HTMLElement | null {
  if (key === 'r') return card.querySelector<HTMLElement>('[data-call-number] a')
  if (key === 'n') return card.querySelector<HTMLElement>('[data-call-next] a')
  const place = ['1', '2', '3'].indexOf(key)
  return place < 0 ? null : (card.querySelectorAll<HTMLElement>('[data-call-outcomes] button')[place] ?? null)
}
