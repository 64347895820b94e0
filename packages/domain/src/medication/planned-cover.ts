import type { PlainDate } from '../calendar/plain-date.ts'
import type { DosingPlace } from './dosing-day.ts'
import type { MedicationHistory } from './medication-history.ts'
import type { DayRange } from './standing-doses.ts'

/** A prescription and where it lies: a bridging one from the prison, or one that goes on outside. Days, no amounts. */
export type PrescriptionSpan = DayRange & {
  collectedAtServiceId: string
  /** The last day on which it can be collected for the first time. Null: any day of the span. */
  collectBy: PlainDate | null
}

/**
 * Is there a way to get to the dosing point in time? `fromDay` is the first day for which the answer holds (null: all):
 * before a "yes" there is none, before a "no" nobody knows.
 */
export type Reach = { state: 'yes' | 'no' | 'unknown'; fromDay: PlainDate | null }

/** What is arranged for the days outside. Nothing here is a dose. */
export type PlannedCover = {
  /** The service of the dosing point, with which prescriptions are compared; null while none is chosen. */
  dosingServiceId: string | null
  /** Empty: nobody said which prescriptions there are. */
  prescriptions: readonly PrescriptionSpan[]
  /** Take-home doses meant to be handed over at the gate and not issued yet. */
  plannedSupply: DayRange | null
  reach: Reach
}

/** Nobody said anything about prescriptions, a supply at the gate or the way to the dosing point. */
export const NOTHING_PLANNED: PlannedCover = {
  dosingServiceId: null,
  prescriptions: [],
  plannedSupply: null,
  reach: { state: 'unknown', fromDay: null },
}

/** All that decides how a day stands: what was recorded, and what is arranged. */
export type CoverInput = PlannedCover & {
  history: MedicationHistory
  place: DosingPlace
  /** The first day on which the community expects the person for a dose. Null: nothing is booked. */
  firstAppointment: PlainDate | null
  now: Date
}
