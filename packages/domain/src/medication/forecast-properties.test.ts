import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory, type GeneratedHistory, generateHistories } from '../../testing/generate-history.ts'
import { requireMix } from '../../testing/history-mix.ts'
import { dose } from '../../testing/medication-histories.ts'
import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { clockTimeIn, endOfDay, startOfDay } from '../calendar/zone.ts'
import { gapOfCase } from '../gap/gap-of-case.ts'
import { coverOn, readCover } from './covered-day.ts'
import { daysWithoutDose } from './days-without-dose.ts'
import { doseSentence } from './dose-sentence.ts'
import { doseStrip, stripAnchor } from './dose-strip.ts'
import { lastDosingInstant } from './dosing-day.ts'
import { type Forecast, forecastCover } from './forecast.ts'
import type { MedicationHistory } from './medication-history.ts'
import { isGap } from './strip-state.ts'
import { waysToClose } from './ways-to-close.ts'

/** How often is told by testing/property-runs.mjs: many more times in the proof. */
const holds = (property: (of: GeneratedHistory) => void) => fc.assert(fc.property(anyHistory, property))

/** The forecast of the days that the strip shows from the release on. */
function forecastOf(of: GeneratedHistory): Forecast {
  return forecastCover({ ...of, releaseOn: stripAnchor(of.history.custody, of.today), days: 15 })
}

/** On a confirmed regime inside: nobody recorded anything against it. */
function onRegime(of: GeneratedHistory, releaseDate: PlainDate): MedicationHistory {
  const { custody, treatments } = of.history
  const [first] = treatments
  return {
    treatments: first
      ? [{ ...first, medicine: 'methadone', rhythm: 'daily', endedOn: null, regimeConfirmedOn: of.today }]
      : [],
    doses: [],
    custody: { ...custody, legalStatus: 'sentenced', certainty: 'confirmed', outOn: null, releaseDate },
  }
}

describe('the strip, the sentence and the forecast say the same for any history', () => {
  it('is asked of enough of every kind', () => {
    requireMix(generateHistories(500, 20261122))
  })

  it('the strip shows the days of the forecast', () => {
    holds((of) => {
      const { custody } = of.history
      // Without a usable date both stand around today; the forecast then assumes that the person goes out today.
      fc.pre(custody.outOn !== null || custody.releaseDate === stripAnchor(custody, of.today))
      const shown = doseStrip(of).filter((each) => each.fromRelease >= 0)
      expect(forecastOf(of).days.map(({ facts: _facts, ...each }) => each)).toEqual(
        shown.map(({ fromRelease: _fromRelease, ...each }) => each),
      )
    })
  })

  it('the sentence tells the first gap of its strip, day by day', () => {
    holds((of) => {
      const strip = doseStrip(of)
      const sentence = doseSentence(strip, of.today, of.firstAppointment)
      const gapDays = strip.filter(isGap).map((each) => each.day)
      if (sentence.kind !== 'gap') {
        expect(
          gapDays.filter(
            (on) => on > (strip.findLast((each) => each.state === 'covered' && each.day <= of.today)?.day ?? ''),
          ),
        ).toEqual([])
        return
      }
      expect(sentence.parts.flatMap((part) => part.days)).toEqual(sentence.days)
      for (const on of sentence.days) expect(gapDays).toContain(on)
      expect(daysBetween(sentence.days[0] as PlainDate, sentence.days.at(-1) as PlainDate)).toBe(
        sentence.days.length - 1,
      )
    })
  })

  it('the first gap of the forecast is a run of its uncovered days, and none is when all are covered', () => {
    holds((of) => {
      const { firstGap, uncovered, days } = forecastOf(of)
      expect(uncovered.map((each) => each.day)).toEqual(days.filter(isGap).map((each) => each.day))
      if (firstGap === null) return
      const inGap = uncovered.filter(({ day }) => firstGap.from <= day && day <= firstGap.to)
      expect(inGap).toHaveLength(firstGap.days)
      expect(daysBetween(firstGap.from, firstGap.to) + 1).toBe(firstGap.days)
    })
  })

  it('the gap board tells a gap when one of the next 14 days has no cover, and begins it no later', () => {
    holds((of) => {
      const { part, gap } = gapOfCase(of)
      const from = part === 'could-leave-today' ? addDays(of.today, 1) : of.today
      const assumed =
        part === 'could-leave-today' ? of.today : (of.history.custody.releaseDate ?? addDays(of.today, 60))
      const { uncovered } = forecastCover({ ...of, releaseOn: assumed, days: 80 })
      const asked = uncovered.map((each) => each.day).filter((on) => on >= from && on <= addDays(of.today, 13))
      // Whoever is inside is asked about from the assumed release on; the days before it are the prison's regime.
      if (gap === null) expect(asked).toEqual([])
      else
        for (const on of asked.filter((each) => gap.from <= each && each <= gap.to))
          expect(daysBetween(gap.from, on)).toBeLessThan(gap.days)
      if (gap !== null && asked.length > 0) expect(gap.from <= (asked[0] as PlainDate)).toBe(true)
    })
  })

  it('a day that the record covers is covered in the forecast, in the same way', () => {
    holds((of) => {
      const { days } = forecastOf(of)
      const reading = readCover(of.history, of.today)
      if (of.history.custody.outOn === null) return
      for (const each of days) {
        const cover = coverOn(reading, each.day)
        if (cover.state === 'covered') expect(each).toMatchObject(cover)
      }
    })
  })
})

describe('what more cover does', () => {
  it('a covered day more never makes more days without a dose', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(20), (of, back) => {
        const [treatment] = of.history.treatments
        if (!treatment) return
        const one = dose(addDays(of.today, -back), { id: 'one-more', parts: 6, treatmentId: treatment.id })
        const more = { ...of.history, doses: [...of.history.doses, one] }
        const [before, after] = [of.history, more].map((each) => daysWithoutDose(each, of.place, of.now))
        if (before?.kind === 'counted' && after?.kind === 'counted') expect(after.days).toBeLessThanOrEqual(before.days)
        else expect([before?.kind, 'counted']).toContain(after?.kind)
      }),
    )
  })

  it('no way to close a gap counts days that are not there', () => {
    holds((of) => {
      const input = { ...of, releaseOn: stripAnchor(of.history.custody, of.today), days: 15 }
      const { firstGap } = forecastCover(input)
      const ways = waysToClose({ ...input, depotMedicine: null, otherDosingPoints: [], earlierReleaseDays: [] })
      if (firstGap === null) expect(ways).toEqual([])
      for (const each of ways) {
        expect(each.remainingGapDays).toBeGreaterThanOrEqual(0)
        expect(each.remainingGapDays).toBeLessThanOrEqual(input.days)
        if (each.way === 'bridging-supply') expect(each.remainingGapDays).toBeLessThanOrEqual(firstGap?.days ?? 0)
      }
    })
  })
})

describe('in custody on a confirmed regime', () => {
  it('every day before the release is covered, so that a later one adds no uncovered day before it', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(120), (of, ahead) => {
        const releaseOn = addDays(of.today, ahead)
        const history = onRegime(of, releaseOn)
        const from = history.treatments[0]?.startedOn ?? history.custody.admittedOn
        const reading = readCover(history, of.today)
        for (let on = from; on < releaseOn; on = addDays(on, 1))
          expect(coverOn(reading, on)).toEqual({ state: 'covered', way: 'custody-regime' })
      }),
    )
  })

  it('a later release leaves every day before it as it was', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(30), fc.integer({ min: 1, max: 30 }), (of, ahead, later) => {
        const releaseOn = addDays(of.today, ahead)
        const [sooner, after] = [releaseOn, addDays(releaseOn, later)].map((on) =>
          forecastCover({ ...of, history: onRegime(of, releaseOn), releaseOn: on, days: 1 }),
        )
        expect(sooner?.uncovered).toEqual([])
        expect(after?.uncovered).toEqual([])
      }),
    )
  })
})

describe('order, zones and clocks', () => {
  it('the order in which entries arrive changes nothing', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), (of, seed) => {
        const doses = [...of.history.doses]
        const shuffled = doses
          .map((each, index) => ({ each, key: (index * 7919 + seed) % 101 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ each }) => each)
        const other = {
          ...of,
          history: { ...of.history, doses: shuffled, treatments: of.history.treatments.toReversed() },
        }
        expect(forecastOf(other)).toEqual(forecastOf(of))
        expect(doseStrip(other)).toEqual(doseStrip(of))
        expect(daysWithoutDose(other.history, of.place, of.now)).toEqual(daysWithoutDose(of.history, of.place, of.now))
      }),
    )
  })

  it('days are whole and follow each other, in any zone and across any clock change', () => {
    holds((of) => {
      const { days } = forecastOf(of)
      for (const [index, each] of days.entries()) expect(each.day).toBe(addDays(days[0]?.day as PlainDate, index))
      const counted = daysWithoutDose(of.history, of.place, of.now)
      if (counted.kind === 'counted') {
        expect(Number.isInteger(counted.days)).toBe(true)
        expect(counted.days).toBe(daysBetween(counted.lastCoveredOn, of.today) - (counted.today === 'due' ? 1 : 0))
      }
      // Every instant belongs to one day, and the next day begins where this one ends.
      expect(endOfDay(of.today, of.place.zone)).toEqual(startOfDay(addDays(of.today, 1), of.place.zone))
      expect(clockTimeIn(startOfDay(of.today, of.place.zone), of.place.zone) >= '00:00').toBe(true)
    })
  })

  it('any moment of a day in which nothing closes gives the same forecast, until the day is over for dosing', () => {
    holds((of) => {
      const place = { ...of.place, hours: null }
      // Not a minute before midnight: where the clock shows 23:59 twice (Santiago, 4 April 2026) the first one counts.
      const over = lastDosingInstant(place, of.today)
      if (over === null) throw new Error('unknown hours always end')
      const [first, last] = [startOfDay(of.today, place.zone), new Date(over.getTime() - 1)]
      const [morning, evening] = [first, last].map((now) => forecastOf({ ...of, place, now }))
      expect(morning).toEqual(evening)
    })
  })
})
