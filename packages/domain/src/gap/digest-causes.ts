import type { BoardCause } from './gap-board-input.ts'
import type { GapCause } from './gap-causes.ts'

/**
 * What an e-mail may say of a cause. Coarser than the board on purpose: no place, no treatment and no day, because a message
 * lies in places that we do not keep (invariant I-9).
 */
export const DIGEST_CAUSES = ['place-shut', 'to-arrange', 'to-look-at', 'to-confirm', 'not-worked-out'] as const
export type DigestCause = (typeof DIGEST_CAUSES)[number]

/** Persons by what an e-mail may say, and how many could leave today: they stand apart, as they do on the board. */
export const DIGEST_COUNTS = [...DIGEST_CAUSES, 'could-leave-today', 'out-of-date'] as const
export type DigestCount = (typeof DIGEST_COUNTS)[number]
export type DigestCounts = Record<DigestCount, number>

/** Which word of the digest stands for which cause of the board? Every cause has one, so that nobody falls out of the sum. */
export const DIGEST_CAUSE_OF = {
  'holiday-not-confirmed': 'place-shut',
  closure: 'place-shut',
  'said-closed': 'place-shut',
  'weekly-hours': 'place-shut',
  'hours-unknown': 'place-shut',
  'no-dosing-point': 'to-arrange',
  'no-appointment': 'to-arrange',
  'before-first-appointment': 'to-arrange',
  'no-prescription': 'to-arrange',
  'not-reachable': 'to-arrange',
  'no-dose-recorded': 'to-look-at',
  'late-after-closed': 'to-look-at',
  'not-taken': 'to-look-at',
  declined: 'to-look-at',
  withheld: 'to-look-at',
  'part-dose': 'to-look-at',
  vomited: 'to-look-at',
  'part-of-split': 'to-look-at',
  'depot-window-over': 'to-look-at',
  'depot-window-not-known': 'to-look-at',
  'never-covered': 'to-look-at',
  'outcome-unknown': 'to-look-at',
  'regime-not-confirmed': 'to-confirm',
  'regime-stale': 'to-confirm',
  'not-confirmed-out': 'to-confirm',
  'before-admission': 'to-confirm',
  'not-worked-out': 'not-worked-out',
} as const satisfies Record<GapCause | 'not-worked-out', DigestCause>

/** The rows of a board as the digest counts them. */
export type DigestRow = {
  isToday: boolean
  /** Null: counted among those whose row holds no more, and nothing else is known. */
  cause: BoardCause | null
  isFresh: boolean
  persons: number
}

/** How many persons stand behind each word of the digest? A person is in one cause, or could leave today. Total. */
export function digestCounts(rows: readonly DigestRow[]): DigestCounts {
  const counts = Object.fromEntries(DIGEST_COUNTS.map((code) => [code, 0])) as DigestCounts
  for (const { isToday, cause, isFresh, persons } of rows) {
    if (cause !== null) counts[isToday ? 'could-leave-today' : DIGEST_CAUSE_OF[cause]] += persons
    if (!isFresh) counts['out-of-date'] += persons
  }
  return counts
}

/** Counts below this are not written as a number: in a small service one of two is nearly a name. */
export const DIGEST_SMALLEST = 5

/** A count as an e-mail may say it (invariant I-9): none, fewer than five, or the number. */
export type ToldCount = { kind: 'none' } | { kind: 'few' } | { kind: 'number'; persons: number }

export function toldCount(persons: number): ToldCount {
  if (persons <= 0) return { kind: 'none' }
  return persons < DIGEST_SMALLEST ? { kind: 'few' } : { kind: 'number', persons }
}
