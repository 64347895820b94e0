import fc from 'fast-check'
import { addDays, getPlainDate, type PlainDate } from '../src/calendar/plain-date.ts'
import { ClockTime, getZone, scheduledInstant } from '../src/calendar/zone.ts'
import { MEDICINES, type Medicine } from '../src/medication/medication-codes.ts'
import {
  type DoseEntry,
  type MedicationHistory,
  TITRATIONS,
  type Treatment,
} from '../src/medication/medication-history.ts'
import { MEDICINE_TABLE } from '../src/medication/medicine-table.ts'
import type { CoverInput } from '../src/medication/planned-cover.ts'
import { CERTAINTIES, LEGAL_STATUSES } from '../src/release/release-codes.ts'
import { anyZone } from './calendar-arbitraries.ts'
import { anyCorrection, anyStretch, dosesOf } from './generate-doses.ts'
import { anyPlan } from './generate-plan.ts'
import { custody, treatment } from './medication-histories.ts'

/** A history as services could have recorded it, with the place, the plan and the moment in which it is read. */
export type GeneratedHistory = CoverInput & { today: PlainDate }

/** Ordinary days, and days at which calendars and clocks are odd: leap day, New Year, week 53, clock changes. */
const CLOCK_CHANGES = ['2026-03-29', '2026-10-25', '2025-03-30', '2026-04-05', '2026-11-01', '2026-09-06'] as const
const YEAR_ENDS = ['2024-02-29', '2026-12-31', '2027-01-03'] as const
const anyReleaseDay: fc.Arbitrary<PlainDate> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(7 * 365).map((days) => addDays(getPlainDate('2024-01-01'), days)) },
  { weight: 4, arbitrary: fc.constantFrom(...CLOCK_CHANGES.map(getPlainDate)) },
  { weight: 1, arbitrary: fc.constantFrom(...YEAR_ENDS.map(getPlainDate)) },
)

/** Half of them where the clock changes on the days above. */
const someZone = fc.oneof(anyZone, fc.constantFrom(...['Europe/Oslo', 'Europe/London'].map(getZone)))

const anyTime = fc.constantFrom('00:00', '08:59', '12:00', '17:00', '23:59').map((text) => ClockTime.parse(text))

const anyTreatment = fc
  .record({
    medicine: fc.constantFrom<Medicine[]>('methadone', 'methadone', 'methadone', ...MEDICINES),
    rhythm: fc.nat(7),
    dosesPerDay: fc.integer({ min: 2, max: 3 }),
    titration: fc.constantFrom(...TITRATIONS),
    confirmedAfter: fc.option(fc.integer({ min: -12, max: 2 })),
  })
  .map(({ medicine, rhythm: choice, dosesPerDay, ...facts }) => {
    const { rhythms } = MEDICINE_TABLE[medicine]
    const rhythm = rhythms[Math.max(0, choice - 3) % rhythms.length] ?? 'daily'
    return { ...facts, medicine, rhythm, dosesPerDay: rhythm === 'split' ? dosesPerDay : 1 }
  })

const anyFacts = fc.record({
  releaseDay: anyReleaseDay,
  todayAfter: fc.integer({ min: -12, max: 20 }),
  time: anyTime,
  isOut: fc.boolean(),
  hasDate: fc.boolean(),
  legalStatus: fc.constantFrom(...LEGAL_STATUSES),
  certainty: fc.constantFrom(...CERTAINTIES),
  knowsStart: fc.boolean(),
  treatments: fc.array(anyTreatment, { minLength: 1, maxLength: 2 }),
  switchAfter: fc.integer({ min: -8, max: 8 }),
  stretches: fc.array(anyStretch, { maxLength: 10 }),
  corrections: fc.array(anyCorrection, { maxLength: 3 }),
})
type Facts = typeof anyFacts extends fc.Arbitrary<infer Value> ? Value : never

/** Shrinks as arbitraries do, so that a failing property shows a small history. Its ids are unique within it alone. */
export const anyHistory: fc.Arbitrary<GeneratedHistory> = fc.tuple(someZone, anyFacts).chain(([zone, facts]) =>
  anyPlan(zone, facts.releaseDay).map((plan) => {
    const today = addDays(facts.releaseDay, facts.todayAfter)
    return { ...plan, today, now: scheduledInstant(today, facts.time, zone), history: historyOf(facts, today) }
  }),
)

/**
 * So many histories, the same ones for the same seed. Ids are uuids, unique over all of them, and every row keeps the
 * constraints of the database: one treatment at a time, only take-home doses last longer than a day, a correction points
 * at an older entry of the same history.
 */
export function generateHistories(count: number, seed: number): GeneratedHistory[] {
  return fc.sample(anyHistory, { numRuns: count, seed }).map(withIds)
}

function historyOf(facts: Facts, today: PlainDate): MedicationHistory {
  const { releaseDay, isOut, hasDate, legalStatus, certainty } = facts
  const treatments = treatmentsOf(facts)
  return {
    treatments,
    doses: dosesOf(facts, treatments, addDays(releaseDay, -10), today),
    custody: custody({
      legalStatus,
      certainty: hasDate || certainty !== 'confirmed' ? certainty : 'expected',
      admittedOn: addDays(releaseDay, -90),
      releaseDate: hasDate ? releaseDay : null,
      outOn: isOut && releaseDay <= today ? releaseDay : null,
    }),
  }
}

/** One treatment, or one and then another: the first ends on the day before the second begins. */
function treatmentsOf({ treatments, releaseDay, switchAfter, knowsStart }: Facts): Treatment[] {
  const switchOn = addDays(releaseDay, switchAfter)
  return treatments.map(({ medicine, rhythm, dosesPerDay, titration, confirmedAfter }, index) =>
    treatment({
      id: `treatment-${index}`,
      medicine,
      rhythm,
      rhythmWeekdays: rhythm === 'three-a-week' ? [1, 3, 5] : [],
      dosesPerDay,
      titration,
      startedOn: index > 0 ? switchOn : knowsStart ? addDays(releaseDay, -90) : null,
      endedOn: index < treatments.length - 1 ? addDays(switchOn, -1) : null,
      regimeConfirmedOn: confirmedAfter === null ? null : addDays(releaseDay, confirmedAfter),
    }),
  )
}

function withIds(generated: GeneratedHistory, index: number): GeneratedHistory {
  const { treatments, doses } = generated.history
  const ids = new Map([...treatments, ...doses].map(({ id }, row) => [id, rowId(index, row)]))
  const idOf = (id: string): string => ids.get(id) ?? id
  return {
    ...generated,
    history: {
      ...generated.history,
      treatments: treatments.map((each) => ({ ...each, id: idOf(each.id) })),
      doses: doses.map(
        (each): DoseEntry => ({
          ...each,
          id: idOf(each.id),
          treatmentId: idOf(each.treatmentId),
          correctsDoseId: each.correctsDoseId && idOf(each.correctsDoseId),
        }),
      ),
    },
  }
}

/** A uuid in which one can read the number of the history and of the row. */
function rowId(history: number, row: number): string {
  return `0193${hex(row, 4)}-0000-7000-8000-${hex(history, 12)}`
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
