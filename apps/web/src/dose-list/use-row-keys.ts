'use client'

import { type RefObject, useEffect } from 'react'

/** Around the one control of a row that the arrows go to. */
export const ROW_PRESS = { 'data-row-press': true } as const
/** Around the button of a row that takes its press back. */
export const ROW_UNDO = { 'data-row-undo': true } as const

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Keys of a list that is worked from the top: arrows go from row to row, G presses the row, U takes the press back. They act
 * only while the row's own control has the focus, so that nothing typed into a field is ever taken for a press (WCAG 2.1.4),
 * and a key that is held down presses once.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target.closest('[data-row-press]') : null
      if (!at || event.ctrlKey || event.metaKey || event.altKey) return
      if (act(element, at, event)) event.preventDefault()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [list])
}

/** Does what the key says; false when it says nothing here. */
function act(list: HTMLElement, at: Element, { key, repeat }: KeyboardEvent): boolean {
  const step = STEPS[key]
  if (step !== undefined) {
    const presses = [...list.querySelectorAll('[data-row-press]')]
    controlIn(presses[presses.indexOf(at) + step])?.focus()
    return true
  }
  if (repeat) return key === 'Enter' || key === ' '
  if (key.toLowerCase() === 'g') at.querySelector('button')?.click()
  else if (key.toLowerCase() === 'u') controlIn(at.closest('li')?.querySelector('[data-row-undo]'))?.click()
  else return false
  return true
}

function controlIn(place: Element | null | undefined): HTMLElement | null {
  return place?.querySelector<HTMLElement>('a, button') ?? null
}
