import { addDays, getPlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { DoseKind, Medicine, Rhythm } from './medication-codes.ts'

/** How far a fact is to be trusted: read at its source, read second-hand, or general knowledge nobody checked yet. */
export type ProvenanceMark = 'S' | 'S2' | 'K'

/**
 * Days after the injection, the injection being day 0. Days, never amounts.
 *
 * Covered up to and with the end of the window; from `reviewFromDay` on a prescriber has to see the person before the
 * next injection.
 */
export type DepotRule = {
  ruleId: string
  /** The next injection is not given before this day. */
  notBeforeDay: number
  dueDay: number
  windowEndsDay: number
  reviewFromDay: number
  /** Where sources differ about when review begins, the later end; null where they do not. */
  reviewAtLatestDay: number | null
  source: string
  mark: ProvenanceMark
}

/** A set of rules that somebody can approve, version by version. An alert keeps the version that it was made by. */
export type DepotRuleSet = {
  id: string
  version: number
  /** Null: no clinician here has approved it yet, and the screen says so. */
  approver: string | null
  reviewBy: PlainDate
  products: Readonly<Partial<Record<Medicine, DepotRule>>>
  /** What follows from the first injection of a product, where that differs (rule DEPOT-5). Not said: as from later ones. */
  firstInjections?: Readonly<Partial<Record<Medicine, DepotRule>>>
}

/**
 * The windows of the depots, as domain.md 3a.2 found them and definitions.md pins them. A local default and not a
 * guideline; a country's own label replaces it with a rule set of its own.
 */
export const DEPOT_RULE_SET = {
  id: 'depot-windows',
  version: 1,
  approver: null,
  reviewBy: getPlainDate('2027-05-31'),
  products: {
    'buprenorphine-weekly-depot': {
      ruleId: 'DEPOT-1',
      notBeforeDay: 5,
      dueDay: 7,
      windowEndsDay: 9,
      reviewFromDay: 10,
      reviewAtLatestDay: 14,
      source: 'NSW long-acting injectable buprenorphine guideline 2024, 5.3.3; SmPC: plus or minus two days',
      mark: 'S2',
    },
    'buprenorphine-monthly-depot': {
      ruleId: 'DEPOT-2',
      notBeforeDay: 21,
      dueDay: 28,
      windowEndsDay: 35,
      reviewFromDay: 57,
      reviewAtLatestDay: null,
      source: 'NSW long-acting injectable buprenorphine guideline 2024, 5.3.3; SmPC: plus or minus one week',
      mark: 'S2',
    },
    'buprenorphine-26-day-depot': {
      ruleId: 'DEPOT-3',
      notBeforeDay: 26,
      dueDay: 28,
      windowEndsDay: 42,
      reviewFromDay: 45,
      reviewAtLatestDay: null,
      source: 'Label: at least 26 days between doses, occasional delays of up to two weeks; the due day is ours',
      mark: 'K',
    },
  },
  // First injections differ from later ones (definitions.md, Depot), and no source that we could read says how. Until a local protocol
  // fills the slot, the later ones' windows are shown, with "use the local protocol".
  firstInjections: {},
} as const satisfies DepotRuleSet

/** What can be done with a medicine. Amounts are not here and never will be. */
export type MedicineRule = { rhythms: readonly Rhythm[]; doseKinds: readonly DoseKind[] }

const BY_MOUTH: MedicineRule = {
  rhythms: ['daily', 'alternate-days', 'three-a-week', 'split'],
  doseKinds: ['supervised', 'take-home'],
}

/** A depot is given by a professional and never carried home. [S: SmPC 4.2] */
const INJECTED: MedicineRule = { rhythms: ['depot'], doseKinds: ['depot'] }

/**
 * Which rhythms and doses each medicine knows (rule DOSE-1). Which rhythm is right is the prescriber's business: all that
 * is refused here is what makes no sense, such as a depot taken home.
 */
export const MEDICINE_TABLE = {
  methadone: BY_MOUTH,
  levomethadone: BY_MOUTH,
  'buprenorphine-sublingual': BY_MOUTH,
  'buprenorphine-weekly-depot': INJECTED,
  'buprenorphine-monthly-depot': INJECTED,
  'buprenorphine-26-day-depot': INJECTED,
  'slow-release-morphine': BY_MOUTH,
  other: {
    rhythms: ['daily', 'alternate-days', 'three-a-week', 'split', 'depot'],
    doseKinds: ['supervised', 'take-home', 'depot'],
  },
} as const satisfies Record<Medicine, MedicineRule>

/**
 * The window after an injection of this medicine; null when it is none, or when we hold no data for it.
 *
 * @param isFirst it is the first of this product on record
 */
export function findDepotRule(
  medicine: Medicine,
  rules: DepotRuleSet = DEPOT_RULE_SET,
  isFirst: boolean = false,
): DepotRule | null {
  return (isFirst ? rules.firstInjections?.[medicine] : undefined) ?? rules.products[medicine] ?? null
}

/** The last day that an injection covers: the end of its window. Only its own day where no window is known. */
export function depotCoversTo(
  givenOn: PlainDate,
  medicine: Medicine,
  rules: DepotRuleSet = DEPOT_RULE_SET,
  isFirst: boolean = false,
): PlainDate {
  return addDays(givenOn, findDepotRule(medicine, rules, isFirst)?.windowEndsDay ?? 0)
}
