import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyZone, nearDay } from '../../testing/calendar-arbitraries.ts'
import { custody, day, dose, treatment } from '../../testing/medication-histories.ts'
import { EVERY_DAY, harbourPharmacy, OFFICE_WEEK } from '../../testing/places.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { ClockTime, scheduledInstant } from '../calendar/zone.ts'
import { coverOn, readCover } from './covered-day.ts'
import { daysWithoutDose } from './days-without-dose.ts'
import { doseStrip } from './dose-strip.ts'
import { DOSE_OUTCOMES, RHYTHMS } from './medication-codes.ts'
import type { DoseEntry, MedicationHistory } from './medication-history.ts'
import { NOTHING_PLANNED } from './planned-cover.ts'

const anyDose: fc.Arbitrary<Omit<DoseEntry, 'id'>> = fc
  .record({
    kind: fc.constantFrom('supervised', 'supervised', 'take-home', 'depot'),
    outcome: fc.constantFrom('given', 'given', ...DOSE_OUTCOMES),
    forDay: nearDay,
    length: fc.integer({ min: 0, max: 7 }),
    parts: fc.integer({ min: 1, max: 2 }),
    recorded: fc.integer({ min: 0, max: 1000 }),
    corrects: fc.option(fc.integer({ min: 0, max: 11 }), { freq: 4 }),
  })
  .map(({ kind, outcome, forDay, length, parts, recorded, corrects }) => ({
    ...dose(forDay, { kind, outcome, parts }),
    toDay: addDays(forDay, kind === 'take-home' ? length : 0),
    recordedAt: new Date(Date.UTC(2026, 5, 1) + recorded),
    correctsDoseId: corrects === null ? null : `dose-${corrects}`,
  }))

const anyHistory: fc.Arbitrary<MedicationHistory> = fc
  .record({
    doses: fc.array(anyDose, { maxLength: 12 }),
    rhythm: fc.constantFrom(...RHYTHMS),
    dosesPerDay: fc.integer({ min: 1, max: 2 }),
    regimeConfirmedOn: fc.option(nearDay),
    legalStatus: fc.constantFrom('remand', 'sentenced'),
    releaseDate: fc.option(nearDay),
    outOn: fc.option(nearDay),
  })
  .map(({ doses, rhythm, dosesPerDay, regimeConfirmedOn, legalStatus, releaseDate, outOn }) => ({
    treatments: [
      treatment({
        rhythm,
        medicine: rhythm === 'depot' ? 'buprenorphine-weekly-depot' : 'methadone',
        rhythmWeekdays: rhythm === 'three-a-week' ? [1, 3, 5] : [],
        dosesPerDay: rhythm === 'split' ? dosesPerDay + 1 : 1,
        regimeConfirmedOn,
      }),
    ],
    doses: doses.map((each, index) => ({ ...each, id: `dose-${index}` })),
    custody: custody({ legalStatus, releaseDate, outOn }),
  }))

const anyPlace = fc
  .record({ zone: anyZone, week: fc.constantFrom(OFFICE_WEEK, EVERY_DAY, null), isChosen: fc.boolean() })
  .map(({ zone, week, isChosen }) => ({
    zone,
    hours: isChosen ? harbourPharmacy({ zone, weekly: { open: null, dosing: week } }) : null,
  }))

const anyTime = fc.constantFrom('00:00', '08:59', '12:00', '17:00', '23:59').map((text) => ClockTime.parse(text))

describe('cover agrees with itself for any history (rules DOSE-2, DOSE-5, DOSE-7)', () => {
  it('the strip and the count of days without a dose say the same', () => {
    fc.assert(
      fc.property(anyHistory, anyPlace, nearDay, anyTime, (history, place, today, time) => {
        const now = scheduledInstant(today, time, place.zone)
        const counted = daysWithoutDose(history, place, now)
        const strip = doseStrip({ ...NOTHING_PLANNED, history, place, firstAppointment: null, now })
        for (const each of strip.filter(({ day: on }) => on <= today)) {
          if (counted.kind === 'not-prescribed') continue
          if (counted.kind === 'unknown') expect(each.state).not.toBe('covered')
          else if (each.day === counted.lastCoveredOn) expect(each.state).toBe('covered')
          else if (each.day > counted.lastCoveredOn) expect(each.state).not.toBe('covered')
        }
        const daysShown = strip.filter(
          ({ day: on, state }) =>
            counted.kind === 'counted' && on > counted.lastCoveredOn && on <= today && state !== 'due-today',
        )
        const first = strip.at(0)?.day ?? today
        const last = strip.at(-1)?.day ?? today
        if (counted.kind === 'counted' && first <= counted.lastCoveredOn && today <= last)
          expect(daysShown.length - counted.days).toSatisfy((more: number) =>
            // An unknown or recorded day counts from its closing hour on, and is named as what it is before.
            counted.today === 'due' ? more === 0 || more === 1 : more === 0,
          )
      }),
    )
  })

  it('a dose more never makes more days without a dose', () => {
    fc.assert(
      fc.property(anyHistory, anyPlace, nearDay, nearDay, (history, place, today, on) => {
        fc.pre(on <= today)
        const now = scheduledInstant(today, ClockTime.parse('12:00'), place.zone)
        const more = { ...history, doses: [...history.doses, dose(on, { id: 'one-more', parts: 6 })] }
        const before = daysWithoutDose(history, place, now)
        const after = daysWithoutDose(more, place, now)
        if (before.kind === 'counted' && after.kind === 'counted') expect(after.days).toBeLessThanOrEqual(before.days)
        else expect(after.kind === before.kind || after.kind === 'counted').toBe(true)
      }),
    )
  })

  it('does not depend on the order in which doses were recorded here', () => {
    fc.assert(
      fc.property(anyHistory, nearDay, (history, today) => {
        const reversed = { ...history, doses: history.doses.toReversed() }
        const states = (each: MedicationHistory) => around(today).map((on) => coverOn(readCover(each, today), on).state)
        expect(states(reversed)).toEqual(states(history))
      }),
    )
  })

  it('counts whole days, at least none, and ends today or yesterday', () => {
    fc.assert(
      fc.property(anyHistory, anyPlace, nearDay, anyTime, (history, place, today, time) => {
        const counted = daysWithoutDose(history, place, scheduledInstant(today, time, place.zone))
        if (counted.kind !== 'counted') return
        expect(counted.days).toBe(daysBetween(counted.lastCoveredOn, today) - (counted.today === 'due' ? 1 : 0))
        expect(counted.days).toBeGreaterThanOrEqual(0)
        expect(counted.closedDays).toBeLessThanOrEqual(counted.days)
        expect(counted.unknownDays).toBeLessThanOrEqual(counted.days)
      }),
    )
  })
})

describe('inside on a confirmed regime (rule DOSE-4)', () => {
  it('every day before the release is covered, however late it is', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: 0, max: 300 }), (today, later) => {
        const releaseDate = addDays(today, later)
        const history: MedicationHistory = {
          treatments: [treatment({ regimeConfirmedOn: today })],
          doses: [],
          custody: custody({ releaseDate }),
        }
        const reading = readCover(history, today)
        for (const on of [day('2026-01-05'), today, addDays(releaseDate, -1)])
          if (on >= day('2026-01-05')) expect(coverOn(reading, on).state).toBe('covered')
      }),
    )
  })
})

function around(today: PlainDate): PlainDate[] {
  return Array.from({ length: 40 }, (_, index) => addDays(today, index - 20))
}
