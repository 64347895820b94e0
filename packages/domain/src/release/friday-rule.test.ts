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
  more: {
    legalStatus?: LegalStatus
    answers?: ExclusionAnswers
    today?: string
    born?: string | null
    reversion?: string
  } = {},
): EarlierRelease =>
  earlierRelease(
    ENGLAND,
    {
      releaseDate: releaseDate === null ? null : day(releaseDate),
      legalStatus: more.legalStatus ?? 'sentenced',
      answers: more.answers ?? NOT_EXCLUDED,
      dateOfBirth: more.born === undefined ? day('1988-05-04') : more.born === null ? null : day(more.born),
      reversion: more.reversion ?? null,
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
    expect(ask(releaseDate)).toEqual({ kind: 'proposed', why, presumed: days[0], days, isChild: false })
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

  it.each([
    ['the day before the eighteenth birthday: two working days', '2008-03-28', '2026-03-27', '2026-03-25', true],
    ['the eighteenth birthday itself: as adults', '2008-03-27', '2026-03-27', '2026-03-26', false],
    ['born on 29 February, on 28 February', '2008-02-29', '2025-02-28', '2025-02-26', true],
  ])('E05: a child is presumed to leave two working days earlier: %s', (_, born, on, presumed, isChild) => {
    expect(ask(on, { born, today: '2025-01-05' })).toMatchObject({ kind: 'proposed', presumed, isChild })
  })

  it('a child of whom only one such day is left leaves on that one', () => {
    expect(ask('2026-03-27', { born: '2010-01-01', today: '2026-03-25' })).toMatchObject({
      presumed: '2026-03-26',
      days: ['2026-03-26'],
    })
  })

  it.each(FRIDAY_EXCLUSIONS)('%s is asked of a child too, and keeps them out', (code) => {
    const born = '2010-01-01'
    expect(ask('2026-03-27', { born, answers: { ...NOT_EXCLUDED, [code]: 'yes' } })).toMatchObject({ because: code })
    expect(ask('2026-03-27', { born, answers: { ...NOT_EXCLUDED, [code]: 'unknown' } })).toMatchObject({ kind: 'ask' })
  })

  it('an unknown age asks, and only where the rule covers the person at all', () => {
    expect(ask('2026-03-27', { born: null })).toEqual({ kind: 'age-not-known', why: 'friday' })
    expect(ask('2026-03-27', { born: null, legalStatus: 'remand' })).toMatchObject({ kind: 'not-covered' })
    expect(ask('2026-03-25', { born: null })).toEqual({ kind: 'not-needed' })
  })

  it('E05: a reversion leaves the release on its own day, whatever the answers are', () => {
    for (const code of FRIDAY_EXCLUSIONS) {
      const answers: ExclusionAnswers = { ...NOT_EXCLUDED, [code]: 'unknown' }
      expect(ask('2026-04-02', { reversion: 'the bed is free on that day only', answers })).toEqual({
        kind: 'reverted',
        why: 'eve-of-holiday',
      })
    }
    expect(earlierReleaseDays(ask('2026-04-02', { reversion: 'the bed' }))).toEqual([])
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
        {
          releaseDate: day('2026-03-27'),
          legalStatus: 'sentenced',
          answers: NOT_EXCLUDED,
          dateOfBirth: null,
          reversion: null,
        },
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
            {
              releaseDate,
              legalStatus: 'sentenced',
              answers: NOT_EXCLUDED,
              dateOfBirth: day(at % 2 === 0 ? '1988-05-04' : '2015-05-04'),
              reversion: null,
            },
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
