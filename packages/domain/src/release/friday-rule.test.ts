import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, PlainDate, weekday } from '../calendar/plain-date.ts'
import { isWorkingDay, WEEKEND } from '../calendar/working-days.ts'
import { type ExclusionAnswers, FRIDAY_EXCLUSIONS } from './friday-codes.ts'
import { type EarlierRelease, earlierRelease, earlierReleaseDays, fridayRuleOf } from './friday-rule.ts'
import { LEGAL_STATUSES, type LegalStatus } from './release-codes.ts'

const day = (text: string) => PlainDate.parse(text)
const ENGLAND = fridayRuleOf({ country: 'GB', holidayRegion: 'ENG' })
const NOT_EXCLUDED: ExclusionAnswers = { hdc: 'no', indeterminate: 'no', 'parole-board': 'no', 'under-28-days': 'no' }
const OFF = {
  weekend: WEEKEND,
  holidays: ['2026-04-03', '2026-04-06', '2026-05-04', '2026-12-25', '2026-12-28'].map((on) => ({ on: day(on) })),
}
const ask = (
  releaseDate: string | null,
  more: { legalStatus?: LegalStatus; answers?: ExclusionAnswers; today?: string } = {},
): EarlierRelease =>
  earlierRelease(
    ENGLAND,
    {
      releaseDate: releaseDate === null ? null : day(releaseDate),
      legalStatus: more.legalStatus ?? 'sentenced',
      answers: more.answers ?? NOT_EXCLUDED,
    },
    OFF,
    day(more.today ?? '2026-01-05'),
  )

describe('E05: releases before shut doors in England and Wales (REL-8)', () => {
  it.each([
    ['an ordinary Friday', '2026-03-27', 'friday', ['2026-03-26', '2026-03-25']],
    ['the Thursday before Good Friday', '2026-04-02', 'eve-of-holiday', ['2026-04-01', '2026-03-31']],
    ['a Friday before a bank holiday Monday', '2026-05-01', 'friday', ['2026-04-30', '2026-04-29']],
    ['Christmas Eve, a Thursday', '2026-12-24', 'eve-of-holiday', ['2026-12-23', '2026-12-22']],
  ])('%s, %s: %s', (_, releaseDate, why, days) => {
    expect(ask(releaseDate)).toEqual({ kind: 'proposed', why, presumed: days[0], days })
    expect(earlierReleaseDays(ask(releaseDate))).toEqual(days)
  })

  it.each([
    ['a Wednesday', '2026-03-25'],
    ['a Thursday before an ordinary Friday', '2026-03-26'],
    ['a Tuesday after Easter', '2026-04-07'],
  ])('%s needs nothing', (_, releaseDate) => {
    expect(ask(releaseDate)).toEqual({ kind: 'not-needed' })
  })

  it.each(LEGAL_STATUSES.map((status) => [status] as const))('%s is covered or not, whatever else holds', (status) => {
    const covered = status === 'sentenced' || status === 'recalled'
    expect(ask('2026-03-27', { legalStatus: status })).toMatchObject(
      covered ? { kind: 'proposed' } : { kind: 'not-covered', because: status },
    )
  })

  it.each(FRIDAY_EXCLUSIONS)('%s keeps the person out, and not knowing it asks', (code) => {
    expect(ask('2026-03-27', { answers: { ...NOT_EXCLUDED, [code]: 'yes' } })).toEqual({
      kind: 'not-covered',
      because: code,
    })
    expect(ask('2026-03-27', { answers: { ...NOT_EXCLUDED, [code]: 'unknown' } })).toEqual({
      kind: 'ask',
      missing: [code],
      why: 'friday',
    })
  })

  it('proposes no day that has passed, nor today', () => {
    expect(ask('2026-03-27', { today: '2026-03-25' })).toMatchObject({ days: ['2026-03-26'] })
    expect(ask('2026-03-27', { today: '2026-03-26' })).toEqual({ kind: 'too-late', why: 'friday' })
  })

  it('says nothing without a date', () => {
    expect(ask(null)).toEqual({ kind: 'no-date' })
  })
})

describe('a country without a sourced rule', () => {
  it.each([
    ['NO', ''],
    ['DE', 'HH'],
    ['GB', 'SCT'],
    ['GB', ''],
    ['__proto__', ''],
  ])('%s %s uses its local protocol, and no foreign rule', (country, holidayRegion) => {
    const rule = fridayRuleOf({ country, holidayRegion })
    expect(rule).toBeNull()
    expect(
      earlierRelease(
        rule,
        { releaseDate: day('2026-03-27'), legalStatus: 'sentenced', answers: NOT_EXCLUDED },
        OFF,
        day('2026-01-05'),
      ),
    ).toEqual({ kind: 'no-rule' })
  })
})

describe('for any calendar', () => {
  it('a proposed day is a working day, followed by one, earlier than the date and at most two of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { maxLength: 60 }),
        (at, holidays) => {
          const off = { weekend: WEEKEND, holidays: holidays.map((each) => ({ on: addDays(day('2026-01-01'), each) })) }
          const releaseDate = addDays(day('2026-01-01'), at)
          const earlier = earlierRelease(
            ENGLAND,
            { releaseDate, legalStatus: 'sentenced', answers: NOT_EXCLUDED },
            off,
            day('2025-01-01'),
          )
          const days = earlierReleaseDays(earlier)
          expect(days.length).toBeLessThanOrEqual(2)
          for (const each of days) {
            expect(each < releaseDate).toBe(true)
            expect(isWorkingDay(each, off) && isWorkingDay(addDays(each, 1), off)).toBe(true)
            expect(weekday(each)).not.toBe(5)
          }
        },
      ),
    )
  })
})
