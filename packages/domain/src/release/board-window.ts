import type { BoardWindow } from './board-input.ts'
import { type BoardFacts, releaseWindowsOf } from './release-window.ts'

/**
 * On which lists of the board does this person stand (rule REL-2)? The lists are the parts of the board put together:
 * whoever may leave today stands with those whose day has passed without a word from the gate, so that nobody drops off
 * the board at midnight by being late. "No date" is for those who have none and cannot leave on any day: a release that was
 * withdrawn waits there until somebody gives it another date.
 */
export function boardWindowsOf(person: BoardFacts, now: Date): BoardWindow[] {
  const parts = releaseWindowsOf(person, now)
  const windows = new Set(
    parts.flatMap((window): BoardWindow[] => {
      if (window === 'next-28-days' || window === 'out-last-48-hours') return [window]
      if (window === 'no-date') return parts.includes('could-leave-today') ? [] : ['no-date']
      return window === 'later' ? [] : ['could-leave-today']
    }),
  )
  return [...windows]
}
