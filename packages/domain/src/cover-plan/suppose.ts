import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { DosingPlace } from '../medication/dosing-day.ts'
import type { Medicine, Rhythm } from '../medication/medication-codes.ts'
import type { DoseEntry, MedicationHistory, Treatment } from '../medication/medication-history.ts'
import { findTreatmentOn } from '../medication/medication-history.ts'
import { MEDICINE_TABLE } from '../medication/medicine-table.ts'
import type { CoverInput } from '../medication/planned-cover.ts'
import type { DayRange } from '../medication/standing-doses.ts'

/** What is supposed in the place of what is on record. Null: as recorded. */
export type Supposition = {
  releaseOn: PlainDate | null
  dosing: { serviceId: string; place: DosingPlace } | null
  firstAppointment: PlainDate | null
  supply: DayRange | null
  medicine: Medicine | null
  /** The day of an injection, with a depot alone. */
  depotOn: PlainDate | null
}

export const SUPPOSITION_REFUSALS = [
  'cover-plan.already-out',
  'cover-plan.no-treatment',
  'cover-plan.not-taken-home',
  'cover-plan.depot-day-missing',
  'cover-plan.depot-day-not-of-medicine',
] as const
export type SuppositionRefusal = (typeof SUPPOSITION_REFUSALS)[number]

export type Supposed =
  | { ok: true; input: CoverInput; releaseOn: PlainDate }
  | { ok: false; refusal: SuppositionRefusal }

/** Ids of what is only supposed: they stand in no table. */
const SUPPOSED_TREATMENT = 'supposed-treatment'
const SUPPOSED_INJECTION = 'supposed-injection'

/**
 * The same record with something else supposed for a moment: what would the forecast say? Pure, so that nothing of it can be
 * kept. A release that has happened cannot be moved; a depot covers from its injection and so needs a day for it.
 *
 * @param releaseOn the day of release as recorded, or around which the strip stands
 */
export function suppose(input: CoverInput, releaseOn: PlainDate, supposition: Supposition): Supposed {
  const { history } = input
  const { medicine, depotOn, supply, dosing } = supposition
  if (supposition.releaseOn !== null && history.custody.outOn !== null) return no('cover-plan.already-out')
  const day = supposition.releaseOn ?? releaseOn
  const onThatDay = findTreatmentOn(history, day)?.medicine ?? null
  if (onThatDay === null && medicine === null) return no('cover-plan.no-treatment')
  const taken = medicine ?? onThatDay
  if (supply !== null && taken !== null && !isTakenHome(taken)) return no('cover-plan.not-taken-home')
  const isDepot = medicine !== null && rhythmOf(medicine) === 'depot'
  if (isDepot && depotOn === null) return no('cover-plan.depot-day-missing')
  if (!isDepot && depotOn !== null) return no('cover-plan.depot-day-not-of-medicine')

  const moved = withRelease(history, supposition.releaseOn)
  return {
    ok: true,
    releaseOn: day,
    input: {
      ...input,
      ...(dosing ? { dosingServiceId: dosing.serviceId, place: dosing.place } : {}),
      firstAppointment: supposition.firstAppointment ?? input.firstAppointment,
      plannedSupply: supply ?? input.plannedSupply,
      history: medicine === null ? moved : withMedicine(moved, medicine, depotOn ?? day, depotOn),
    },
  }
}

function no(refusal: SuppositionRefusal): Supposed {
  return { ok: false, refusal }
}

function isTakenHome(medicine: Medicine): boolean {
  const kinds: readonly string[] = MEDICINE_TABLE[medicine].doseKinds
  return kinds.includes('take-home')
}

/** The first rhythm that the medicine knows: every day by mouth, or the injection that lasts. */
function rhythmOf(medicine: Medicine): Rhythm {
  const [first] = MEDICINE_TABLE[medicine].rhythms
  return first ?? 'daily'
}

function withRelease(history: MedicationHistory, releaseOn: PlainDate | null): MedicationHistory {
  if (releaseOn === null) return history
  return { ...history, custody: { ...history.custody, releaseDate: releaseOn, certainty: 'confirmed' } }
}

/** Another medicine from a day on, in the place of what is prescribed then; the regime confirmed inside goes on up to it. */
function withMedicine(
  history: MedicationHistory,
  medicine: Medicine,
  from: PlainDate,
  injectedOn: PlainDate | null,
): MedicationHistory {
  const before = history.treatments
    .filter((each) => each.startedOn === null || each.startedOn < from)
    .map((each): Treatment => ({ ...each, endedOn: endBefore(each.endedOn, from) }))
  const other: Treatment = {
    id: SUPPOSED_TREATMENT,
    medicine,
    rhythm: rhythmOf(medicine),
    rhythmWeekdays: [],
    dosesPerDay: 1,
    titration: findTreatmentOn(history, from)?.titration ?? 'unknown',
    startedOn: from,
    endedOn: null,
    regimeConfirmedOn: null,
  }
  return {
    ...history,
    treatments: [...before, other],
    doses: injectedOn === null ? history.doses : [...history.doses, injection(injectedOn)],
  }
}

function endBefore(endedOn: PlainDate | null, from: PlainDate): PlainDate {
  const last = addDays(from, -1)
  return endedOn !== null && endedOn < last ? endedOn : last
}

function injection(on: PlainDate): DoseEntry {
  return {
    id: SUPPOSED_INJECTION,
    treatmentId: SUPPOSED_TREATMENT,
    kind: 'depot',
    outcome: 'given',
    forDay: on,
    toDay: on,
    parts: 1,
    givenAt: null,
    recordedAt: new Date(`${on}T12:00:00Z`),
    serviceId: SUPPOSED_TREATMENT,
    correctsDoseId: null,
  }
}
