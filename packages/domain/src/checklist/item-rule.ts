import type { Area } from './areas.ts'
import type { OwnerSide } from './item-statuses.ts'
import type { Applies } from './rule-facts.ts'

/** One line of a checklist as a rule. Its title and its reason are words in packages/i18n, under `checklist.item.<code>`. */
export type ItemRule = {
  area: Area
  /** Whose work it is. Which service that is, is the case's matter: the prison holds what nobody has taken over. */
  ownerSide: OwnerSide
  /** Whether a release without it is unsafe. */
  critical: boolean
  neededWhen: Applies
  /**
   * Facts that finish the item by themselves: a kit recorded as handed over is handed over. Left out where only
   * somebody's word finishes it.
   */
  doneWhen?: Applies
  /** Codes of items that must be finished first. One that is not on the plan blocks nothing. */
  blockedBy: readonly string[]
  /** Minutes from release, negative before it; days before release keep the time of day over a clock change. */
  dueOffsetMinutes: number
  /**
   * While there is no date, or the person could leave any day: minutes from the making of the plan. Null: no due time
   * then. This is the standing minimum pack of people on remand (N1) and little more.
   */
  standingMinutes: number | null
  /** The first day on which it can be done, in days from the day of release. Left out or null: no limit is known. */
  earliest?: { days: number } | null
  /** The last day on which it can be asked for and still helps; `hard` where the right is lost after it. Left out or null: never too late. */
  latest?: { days: number; hard: boolean } | null
  /** How many days somebody else needs from asking to the thing in hand. Left out or null: nobody has told us. */
  leadDays?: number | null
  /** Ids and sections of the research, or the definition, that it follows from. */
  source: string
}

export const MINUTES_OF_AN_HOUR = 60
const MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR

/** So many days before release, at the time of day of the gate. */
export function daysBefore(days: number): number {
  return -days * MINUTES_OF_A_DAY
}

/** So many elapsed hours after release. */
export function hoursAfter(hours: number): number {
  return hours * MINUTES_OF_AN_HOUR
}

/** So many days after the plan was made, for the standing pack. */
export function daysStanding(days: number): number {
  return days * MINUTES_OF_A_DAY
}

/** At the gate itself. */
export const AT_RELEASE = 0
