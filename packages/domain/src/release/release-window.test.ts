import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { CERTAINTIES, LEGAL_STATUSES, type LegalStatus } from './release-codes.ts'
import { type BoardFacts, daysToRelease, mayLeaveAnyDay, releaseWindowsOf } from './release-window.ts'

const day = getPlainDate

function person(facts: Partial<BoardFacts> = {}): BoardFacts {
  return {
    legalStatus: 'sentenced',
    releaseDate: day('2026-04-10'),
    certainty: 'expected',
    releasedAt: null,
    seenOutsideAt: null,
    zone: getZone('Europe/Oslo'),
    ...facts,
  }
}

/** Thursday 26 March 2026, ten in the morning in Oslo. */
const now = new Date('2026-03-26T09:00:00Z')

describe('the parts of the releases board (rule REL-2)', () => {
  it.each<[string, Partial<BoardFacts>, string[]]>([
    ['in two weeks', {}, ['next-28-days']],
    ['today', { releaseDate: day('2026-03-26') }, ['could-leave-today', 'next-28-days']],
    ['the 28th date', { releaseDate: day('2026-04-22') }, ['next-28-days']],
    ['the 29th date', { releaseDate: day('2026-04-23') }, ['later']],
    ['no date', { releaseDate: null }, ['no-date']],
    ['remand, no date', { legalStatus: 'remand', releaseDate: null }, ['could-leave-today', 'no-date']],
    ['remand, later', { legalStatus: 'remand', releaseDate: day('2027-01-01') }, ['could-leave-today', 'later']],
    ['could be any day', { certainty: 'could-be-any-day' }, ['could-leave-today', 'next-28-days']],
    ['date passed', { releaseDate: day('2026-03-25') }, ['date-passed']],
    [
      'confirmed date passed, nobody pressed',
      { releaseDate: day('2026-03-25'), certainty: 'confirmed' },
      ['not-confirmed-out', 'date-passed'],
    ],
    [
      'remand, date passed',
      { legalStatus: 'remand', releaseDate: day('2026-03-25') },
      ['date-passed', 'could-leave-today'],
    ],
    ['out an hour', { releasedAt: new Date('2026-03-26T08:00:00Z') }, ['out-last-48-hours']],
    ['out 48 hours', { releasedAt: new Date('2026-03-24T09:00:00Z') }, ['out-last-48-hours']],
    ['out longer', { releasedAt: new Date('2026-03-24T08:59:59Z') }, []],
    ['seen outside', { seenOutsideAt: new Date('2026-03-25T09:00:00Z') }, ['out-last-48-hours']],
    ['seen outside 48 hours ago', { seenOutsideAt: new Date('2026-03-24T09:00:00Z') }, ['out-last-48-hours']],
    [
      'seen outside long ago, never confirmed',
      { seenOutsideAt: new Date('2026-03-20T09:00:00Z') },
      ['not-confirmed-out'],
    ],
    ['out from remand', { legalStatus: 'remand', releasedAt: new Date('2026-03-26T08:00:00Z') }, ['out-last-48-hours']],
  ])('%s', (_, facts, windows) => {
    expect(releaseWindowsOf(person(facts), now)).toEqual(windows)
  })

  it('after noon on a confirmed day the person stands in both lists', () => {
    const today = person({ releaseDate: day('2026-03-26'), certainty: 'confirmed' })
    expect(releaseWindowsOf(today, new Date('2026-03-26T11:00:00Z'))).toEqual([
      'not-confirmed-out',
      'could-leave-today',
      'next-28-days',
    ])
  })

  it('counts local dates: an evening in Greenwich is the next morning in Kiribati', () => {
    const tomorrow = { releaseDate: day('2026-03-27') }
    const evening = new Date('2026-03-26T20:00:00Z')
    expect(releaseWindowsOf(person(tomorrow), evening)).toEqual(['next-28-days'])
    expect(releaseWindowsOf(person({ ...tomorrow, zone: getZone('Pacific/Kiritimati') }), evening)).toEqual([
      'could-leave-today',
      'next-28-days',
    ])
  })
})

describe('who may leave on any day (rule REL-3)', () => {
  it.each<[LegalStatus, boolean]>([
    ['remand', true],
    ['convicted-unsentenced', true],
    ['immigration', true],
    ['sentenced', false],
    ['recalled', false],
  ])('%s: %s', (legalStatus, anyDay) => {
    expect(mayLeaveAnyDay({ legalStatus, certainty: 'confirmed' })).toBe(anyDay)
    expect(mayLeaveAnyDay({ legalStatus, certainty: 'could-be-any-day' })).toBe(true)
  })

  it('leaves nobody who is inside off the board', () => {
    for (const legalStatus of LEGAL_STATUSES)
      for (const certainty of CERTAINTIES)
        for (const releaseDate of [null, day('2026-03-20'), day('2026-03-26'), day('2030-01-01')])
          expect(releaseWindowsOf(person({ legalStatus, certainty, releaseDate }), now)).not.toEqual([])
  })
})

describe('days to release', () => {
  it.each([
    ['2026-04-02', 7],
    ['2026-03-26', 0],
    ['2026-03-25', -1],
    [null, null],
  ])('%s: %s', (releaseDate, days) => {
    expect(daysToRelease(releaseDate === null ? null : day(releaseDate), day('2026-03-26'))).toBe(days)
  })
})
