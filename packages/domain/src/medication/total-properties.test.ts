import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory, type GeneratedHistory } from '../../testing/generate-history.ts'
import { addDays } from '../calendar/plain-date.ts'
import { listedDose, QUICK_BLOCKS } from '../dose-list/listed-dose.ts'
import { gapOfCase } from '../gap/gap-of-case.ts'
import { coverOn, readCover } from './covered-day.ts'
import { daysWithoutDose } from './days-without-dose.ts'
import { depotState } from './depot-status.ts'
import { doseSentence } from './dose-sentence.ts'
import { doseStrip } from './dose-strip.ts'
import { findDoubleDoses } from './double-doses.ts'
import { forecastCover } from './forecast.ts'
import type { DoseEntry, MedicationHistory } from './medication-history.ts'
import { findOwnCover } from './own-cover.ts'
import { routePerson } from './route-person.ts'
import { standingDoses } from './standing-doses.ts'
import { STRIP_STATES } from './strip-state.ts'
import { waysToClose } from './ways-to-close.ts'

/** What no form lets through and a damaged or imported record may still hold. */
type Damage =
  | 'entries-in-a-circle'
  | 'correction-of-nothing'
  | 'treatment-of-nobody'
  | 'days-the-wrong-way-round'
  | 'no-parts'
  | 'course-ends-before-it-begins'
  | 'no-weekdays'
  | 'depot-without-data'
  | 'out-before-in'
  | 'date-long-gone'
  | 'no-treatment'
  | 'twice-the-same-entry'

const DAMAGES: readonly Damage[] = [
  'entries-in-a-circle',
  'correction-of-nothing',
  'treatment-of-nobody',
  'days-the-wrong-way-round',
  'no-parts',
  'course-ends-before-it-begins',
  'no-weekdays',
  'depot-without-data',
  'out-before-in',
  'date-long-gone',
  'no-treatment',
  'twice-the-same-entry',
]

function damaged(history: MedicationHistory, damage: Damage): MedicationHistory {
  const { doses, treatments, custody } = history
  const eachDose = (change: (dose: DoseEntry, index: number) => Partial<DoseEntry>) => ({
    ...history,
    doses: doses.map((dose, index) => ({ ...dose, ...change(dose, index) })),
  })
  switch (damage) {
    case 'entries-in-a-circle':
      return eachDose((_dose, index) => ({ correctsDoseId: doses[(index + 1) % doses.length]?.id ?? null }))
    case 'correction-of-nothing':
      return eachDose(() => ({ correctsDoseId: 'gone' }))
    case 'treatment-of-nobody':
      return eachDose(() => ({ treatmentId: 'gone' }))
    case 'days-the-wrong-way-round':
      return eachDose((dose) => ({ toDay: addDays(dose.forDay, -3) }))
    case 'no-parts':
      return eachDose(() => ({ parts: 0 }))
    case 'course-ends-before-it-begins':
      return {
        ...history,
        treatments: treatments.map((each) => ({
          ...each,
          startedOn: custody.admittedOn,
          endedOn: addDays(custody.admittedOn, -9),
        })),
      }
    case 'no-weekdays':
      return {
        ...history,
        treatments: treatments.map((each) => ({ ...each, rhythm: 'three-a-week', rhythmWeekdays: [] })),
      }
    case 'depot-without-data':
      return {
        ...eachDose(() => ({ kind: 'depot' })),
        treatments: treatments.map((each) => ({ ...each, medicine: 'other', rhythm: 'depot' })),
      }
    case 'out-before-in':
      return { ...history, custody: { ...custody, outOn: addDays(custody.admittedOn, -2) } }
    case 'date-long-gone':
      return { ...history, custody: { ...custody, outOn: null, releaseDate: addDays(custody.admittedOn, -400) } }
    case 'no-treatment':
      return { ...history, treatments: [] }
    case 'twice-the-same-entry':
      return { ...history, doses: [...doses, ...doses] }
  }
}

const anyDamaged = fc
  .tuple(anyHistory, fc.uniqueArray(fc.constantFrom(...DAMAGES), { maxLength: 3 }), fc.integer({ min: -800, max: 800 }))
  .map(([of, damages, away]): GeneratedHistory => {
    // Read long before or after, too.
    const moved =
      damages.length === 0
        ? { today: addDays(of.today, away), now: new Date(of.now.getTime() + away * 86_400_000) }
        : {}
    return { ...of, ...moved, history: damages.reduce(damaged, of.history) }
  })

describe('everything is total: any record gives an answer, and what nobody knows is one', () => {
  it('no reading of any record throws, and each answer is one of those that it can give', () => {
    fc.assert(
      fc.property(anyDamaged, (of) => {
        const { history, place, today, now, firstAppointment } = of
        const strip = doseStrip(of)
        expect(strip).toHaveLength(22)
        for (const { state } of strip) expect(STRIP_STATES).toContain(state)
        expect(doseSentence(strip, today, firstAppointment).kind).toEqual(expect.any(String))
        const forecast = forecastCover({ ...of, releaseOn: today, days: 21 })
        expect(forecast.days).toHaveLength(21)
        for (const { remainingGapDays } of waysToClose({
          ...of,
          releaseOn: today,
          days: 21,
          depotMedicine: null,
          otherDosingPoints: [{ serviceId: 'another', place }],
          earlierReleaseDays: [addDays(today, -1), today],
        }))
          expect(remainingGapDays).toBeGreaterThanOrEqual(0)
        expect(['next-days', 'could-leave-today']).toContain(gapOfCase(of).part)
        expect(depotState(history, today).kind).toMatch(/^(no-injection|window-not-known|injected)$/)
        for (const { serviceIds } of findDoubleDoses(history)) expect(serviceIds.length).toBeGreaterThan(0)
        for (const entry of history.doses.slice(0, 3)) findOwnCover(history, { ...entry, correctsDoseId: null })
        const listed = listedDose(history, place, 'somewhere', now)
        expect([null, ...QUICK_BLOCKS]).toContain(listed.quickBlock)
      }),
    )
  })

  it('a day about which nobody knows is never counted as covered, and a record that tells of none routes to somebody', () => {
    fc.assert(
      fc.property(anyDamaged, (of) => {
        const { history, place, today, now } = of
        const reading = readCover(history, today)
        const isEverCovered =
          standingDoses(history.doses).length > 0 || history.treatments.some((each) => each.regimeConfirmedOn)
        if (!isEverCovered) expect(coverOn(reading, today).state).not.toBe('covered')
        const daysWithout = daysWithoutDose(history, place, now)
        if (daysWithout.kind !== 'unknown') return
        const depot = depotState(history, today)
        const routing = routePerson({
          daysWithout,
          titration: 'unknown',
          depot: depot.kind === 'injected' ? null : depot,
          isIntoxicatedNow: false,
        })
        // Unknown is red: it is neither "no gap" nor "watch".
        expect(routing).toMatchObject({ kind: 'routed' })
        if (routing.kind === 'routed') expect(['no-gap', 'watch']).not.toContain(routing.state)
      }),
    )
  })
})
