import type { PlainDate, Weekday } from '../calendar/plain-date.ts'
import type { Certainty, LegalStatus } from '../release/release-codes.ts'
import type { DoseKind, DoseOutcome, Medicine, Rhythm } from './medication-codes.ts'

/** Is the person still being brought up to a steady amount? Unknown is treated as yes. */
export const TITRATIONS = ['yes', 'no', 'unknown'] as const
export type Titration = (typeof TITRATIONS)[number]

/** A medicine as prescribed. The amount is in the prescriber's own words, which no rule here reads. */
export type Treatment = {
  id: string
  medicine: Medicine
  rhythm: Rhythm
  /** The days of a three-a-week rhythm; empty otherwise. */
  rhythmWeekdays: readonly Weekday[]
  /** How many doses make the day: two or more for a split rhythm, otherwise 1. */
  dosesPerDay: number
  titration: Titration
  /** First day. Null: not known, and then it counts as in force from the start of custody. */
  startedOn: PlainDate | null
  /** Last day. Null while it goes on. */
  endedOn: PlainDate | null
  /** "On regime, confirmed on this day". Null: nobody confirmed it. */
  regimeConfirmedOn: PlainDate | null
}

/** One entry about one dose. Entries are never changed: a correction is an entry of its own. */
export type DoseEntry = {
  id: string
  treatmentId: string
  kind: DoseKind
  outcome: DoseOutcome
  /** The calendar day at the dosing point that it is for; for a depot the day of the injection. */
  forDay: PlainDate
  /** The last day that it is for: the same day unless doses were issued for several. */
  toDay: PlainDate
  /** How many of a day's doses the entry stands for: 1 unless the rhythm is split. */
  parts: number
  /** When it was given. Null: the time is not known. */
  givenAt: Date | null
  recordedAt: Date
  /** The service that gave or issued it. */
  serviceId: string
  /** The entry that this one corrects. */
  correctsDoseId: string | null
}

/** What the custody episode says about being inside. All days are the prison's. */
export type CustodyFacts = {
  legalStatus: LegalStatus
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  certainty: Certainty
  /** The day somebody confirmed that the person went out, or was first seen outside. Null: inside as far as known. */
  outOn: PlainDate | null
}

/** Everything that the rules about cover read. */
export type MedicationHistory = {
  treatments: readonly Treatment[]
  doses: readonly DoseEntry[]
  custody: CustodyFacts
  /**
   * Treatments in a joined record of the same person, for whoever may see both: asked for the medicine and the rhythm of the
   * doses recorded there, and for nothing else. No regime of theirs covers a day here, and none of them prescribes one.
   */
  joinedTreatments?: readonly Treatment[]
}

/** Whatever a dose of this history can be of, by its id. */
export function treatmentsOfDoses(
  history: Pick<MedicationHistory, 'treatments' | 'joinedTreatments'>,
): Map<string, Treatment> {
  return new Map([...history.treatments, ...(history.joinedTreatments ?? [])].map((each) => [each.id, each]))
}

/** Is this treatment prescribed on this day? An unknown first day counts as from the start of custody. */
export function isInForce(treatment: Treatment, day: PlainDate, custody: CustodyFacts): boolean {
  const from = treatment.startedOn ?? custody.admittedOn
  return from <= day && (treatment.endedOn === null || day <= treatment.endedOn)
}

/** The treatment prescribed on this day; the one that began last when two overlap. Null when there is none. */
export function findTreatmentOn(history: MedicationHistory, day: PlainDate): Treatment | null {
  let found: Treatment | null = null
  for (const treatment of history.treatments)
    if (isInForce(treatment, day, history.custody) && (found === null || beganLater(treatment, found)))
      found = treatment
  return found
}

/** Of two that began on the same day one is taken all the same, whatever order they come in. */
function beganLater(left: Treatment, right: Treatment): boolean {
  const [leftFrom, rightFrom] = [left.startedOn ?? '', right.startedOn ?? '']
  return leftFrom === rightFrom ? left.id > right.id : leftFrom > rightFrom
}
