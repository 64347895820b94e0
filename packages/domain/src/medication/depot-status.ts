import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { doesCover } from './dose-outcomes.ts'
import { injectionsOf } from './injections.ts'
import type { Medicine } from './medication-codes.ts'
import { type MedicationHistory, treatmentsOfDoses } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet, findDepotRule } from './medicine-table.ts'
import { standingDoses } from './standing-doses.ts'

/** In the order of time after an injection. */
export const DEPOT_STATUSES = ['covered', 'book-now', 'due', 'late-in-window', 'overdue', 'review'] as const
export type DepotStatus = (typeof DEPOT_STATUSES)[number]

/** The next injection is an owned item from this many days before it is due. */
export const BOOK_DAYS_BEFORE_DUE = 7

/** The dates that follow from one injection. */
export type DepotDates = {
  ruleId: string
  notBefore: PlainDate
  due: PlainDate
  bookFrom: PlainDate
  windowTo: PlainDate
  reviewFrom: PlainDate
  /** Where sources differ about when review begins, the later day; null where they do not. */
  reviewAtLatest: PlainDate | null
}

export type DepotState =
  | { kind: 'no-injection' }
  /** An injection of a product about which we hold no data: its label is the only guide. */
  | { kind: 'window-not-known'; medicine: Medicine; givenOn: PlainDate }
  | {
      kind: 'injected'
      medicine: Medicine
      givenOn: PlainDate
      dates: DepotDates
      status: DepotStatus
      /** Whether the label allows the next injection today. A prescriber decides. */
      mayBeGivenToday: boolean
      /** It is the first of its product on record, and no rule here says how a first one differs: the local protocol says it. */
      asksLocalProtocol: boolean
    }

/** Which dates follow from an injection on this day? Null for a product without data (rules DEPOT-1 to DEPOT-3, DEPOT-5). */
export function findDepotDates(
  givenOn: PlainDate,
  medicine: Medicine,
  rules: DepotRuleSet = DEPOT_RULE_SET,
  isFirst: boolean = false,
): DepotDates | null {
  const rule = findDepotRule(medicine, rules, isFirst)
  if (rule === null) return null
  return {
    ruleId: rule.ruleId,
    notBefore: addDays(givenOn, rule.notBeforeDay),
    due: addDays(givenOn, rule.dueDay),
    bookFrom: addDays(givenOn, Math.max(0, rule.dueDay - BOOK_DAYS_BEFORE_DUE)),
    windowTo: addDays(givenOn, rule.windowEndsDay),
    reviewFrom: addDays(givenOn, rule.reviewFromDay),
    reviewAtLatest: rule.reviewAtLatestDay === null ? null : addDays(givenOn, rule.reviewAtLatestDay),
  }
}

/** Where does the person stand between two injections (rule DEPOT-4)? Read from the last injection that stands. */
export function depotState(
  history: MedicationHistory,
  today: PlainDate,
  rules: DepotRuleSet = DEPOT_RULE_SET,
): DepotState {
  const given = standingDoses(history.doses).filter(({ entry }) => entry.forDay <= today && doesCover(entry.outcome))
  const last = [...injectionsOf(given, treatmentsOfDoses(history)).values()].at(-1)
  if (!last) return { kind: 'no-injection' }

  const { on: givenOn, medicine, isFirst } = last
  const dates = findDepotDates(givenOn, medicine, rules, isFirst)
  return dates === null
    ? { kind: 'window-not-known', medicine, givenOn }
    : {
        kind: 'injected',
        medicine,
        givenOn,
        dates,
        status: depotStatusOn(dates, today),
        mayBeGivenToday: dates.notBefore <= today,
        asksLocalProtocol: isFirst && rules.firstInjections?.[medicine] === undefined,
      }
}

/** The status of a day, in words that a card can carry (rule DEPOT-4). */
export function depotStatusOn(dates: DepotDates, day: PlainDate): DepotStatus {
  if (day >= dates.reviewFrom) return 'review'
  if (day > dates.windowTo) return 'overdue'
  if (day > dates.due) return 'late-in-window'
  if (day === dates.due) return 'due'
  return day >= dates.bookFrom ? 'book-now' : 'covered'
}
