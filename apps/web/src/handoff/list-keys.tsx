'use client'

import { type ReactNode, useEffect, useRef } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/**
 * Keys of a list of cases: with the focus on a name, arrow down or J goes to the next name and arrow up or K back; Enter opens it,
 * as on every link. They act only there, so that nothing typed into a field is ever taken for a step (WCAG 2.1.4).
 */
export function ListKeys({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = list.current
    const step = (event: KeyboardEvent) => {
      const by = STEPS[event.key]
      const names = [...(element?.querySelectorAll<HTMLElement>('.tc-case-card__title a') ?? [])]
      const at = names.indexOf(event.target as HTMLElement)
      if (by === undefined || at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      names[at + by]?.focus()
    }
    element?.addEventListener('keydown', step)
    return () => element?.removeEventListener('keydown', step)
  }, [])
  return <div ref={list}>{children}</div>
}
