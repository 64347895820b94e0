import type { BoardWindow } from './board-input.ts'
import { type BoardFacts, releaseWindowsOf } from './release-window.ts'

/**
 * On which lists of the board does this person stand (rule REL-2)? The lists are the parts of the board put together:
 * whoever may leave today stands with those whose day has passed without a word from the gate, so that nobody drops off
 * the board at midnight by being late.
 */
export function boardWindowsOf(person: BoardFacts, now: Date): BoardWindow[] {
  const windows = new Set(
    releaseWindowsOf(person, now).flatMap((window): BoardWindow[] => {
      if (window === 'next-28-days') return ['next-28-days']
      if (window === 'out-last-48-hours') return ['out-last-48-hours']
      return window === 'later' || window === 'no-date' ? [] : ['could-leave-today']
    }),
  )
  return [...windows]
}
