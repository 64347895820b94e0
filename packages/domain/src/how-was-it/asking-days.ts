import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { HOW_WAS_IT_DAYS, type HowWasItDay } from './how-was-it-codes.ts'

/** The last day on which day 21 is still asked: a service's part in a case ends thirty days after release. */
const LAST_DAY = 30

/** One asking of a person. It can be asked from `dueOn` until `closesOn`, both included. */
export type Asking = { day: HowWasItDay; dueOn: PlainDate; closesOn: PlainDate; state: 'not-yet' | 'open' | 'over' }

/**
 * When is the person asked how it was? On day 2, 7 and 21 after the day of release, and later when nobody managed, until the
 * next asking begins: what is asked late is labelled with its own time and belongs to the day that was due (rule HOW-1).
 *
 * @param releasedOn the day of release at the prison
 * @param today the day that it is there
 */
export function askingDays(releasedOn: PlainDate, today: PlainDate): Asking[] {
  return HOW_WAS_IT_DAYS.map((day, place) => {
    const dueOn = addDays(releasedOn, day)
    const closesOn = addDays(releasedOn, (HOW_WAS_IT_DAYS[place + 1] ?? LAST_DAY + 1) - 1)
    return { day, dueOn, closesOn, state: today < dueOn ? 'not-yet' : today > closesOn ? 'over' : 'open' }
  })
}

/** The asking that is open on this day; null when none is. */
export function openAsking(releasedOn: PlainDate, today: PlainDate): Asking | null {
  return askingDays(releasedOn, today).find(({ state }) => state === 'open') ?? null
}
