import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { clockTimeIn, getZone, plainDateIn } from '../calendar/zone.ts'
import { endOfFirstHours, hoursSinceRelease, type ReleaseFacts, releaseDayOf } from './hours-since-release.ts'

const oslo = getZone('Europe/Oslo')

function release(facts: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    releaseDate: getPlainDate('2026-04-02'),
    certainty: 'confirmed',
    releasedAt: null,
    seenOutsideAt: null,
    zone: oslo,
    ...facts,
  }
}

const out = { releasedAt: new Date('2026-04-02T08:00:00Z') }
const seen = { seenOutsideAt: new Date('2026-04-02T12:30:00Z') }

describe('the clock of the first 48 hours (rule REL-1)', () => {
  it.each<[string, Partial<ReleaseFacts>, string, object]>([
    ['the day before', {}, '2026-04-01T10:00:00Z', { kind: 'not-released' }],
    ['a minute before noon', {}, '2026-04-02T09:59:00Z', { kind: 'not-released' }],
    [
      'noon, nobody pressed',
      {},
      '2026-04-02T10:00:00Z',
      { kind: 'not-confirmed-out', since: new Date('2026-04-02T10:00:00Z') },
    ],
    ['a week later, nobody pressed', {}, '2026-04-09T10:00:00Z', { kind: 'not-confirmed-out' }],
    ['only expected', { certainty: 'expected' }, '2026-04-09T10:00:00Z', { kind: 'not-released' }],
    ['could be any day', { certainty: 'could-be-any-day' }, '2026-04-09T10:00:00Z', { kind: 'not-released' }],
    ['no date', { releaseDate: null, certainty: 'expected' }, '2026-04-09T10:00:00Z', { kind: 'not-released' }],
    ['the gate opens', out, '2026-04-02T08:00:00Z', { kind: 'out', hours: 0, isInFirstHours: true }],
    ['59 minutes', out, '2026-04-02T08:59:59Z', { kind: 'out', hours: 0 }],
    ['an hour', out, '2026-04-02T09:00:00Z', { kind: 'out', hours: 1 }],
    ['48:00:00', out, '2026-04-04T08:00:00.000Z', { kind: 'out', hours: 48, isInFirstHours: true }],
    ['a thousandth later', out, '2026-04-04T08:00:00.001Z', { kind: 'out', hours: 48, isInFirstHours: false }],
    ['E06: stamped ahead of a clock that jumped back', out, '2026-04-02T07:59:59Z', { kind: 'not-released' }],
    ['seen outside', seen, '2026-04-02T15:00:00Z', { kind: 'out-no-later-than', atLeastHours: 2 }],
    ['seen outside this very instant', seen, '2026-04-02T12:30:00Z', { kind: 'out-no-later-than', atLeastHours: 0 }],
    ['seen outside, asked about before', seen, '2026-04-02T09:00:00Z', { kind: 'not-released' }],
    ['seen outside and confirmed', { ...out, ...seen }, '2026-04-02T15:00:00Z', { kind: 'out', hours: 7 }],
  ])('%s', (_, facts, now, expected) => {
    expect(hoursSinceRelease(release(facts), new Date(now))).toMatchObject(expected)
  })

  it.each([
    ['E01: autumn, an hour earlier by the wall', '2026-10-24T10:00:00Z', 'Europe/Oslo', '2026-10-26', '11:00'],
    ['spring: an hour later by the wall', '2026-03-28T11:00:00Z', 'Europe/Oslo', '2026-03-30', '13:00'],
    ['E04: over leap day', '2028-02-28T09:00:00Z', 'Europe/Oslo', '2028-03-01', '10:00'],
    ["E04: over New Year's Eve", '2026-12-31T22:30:00Z', 'Europe/Oslo', '2027-01-02', '23:30'],
    ['half an hour of clock change', '2026-10-03T02:00:00Z', 'Australia/Lord_Howe', '2026-10-05', '13:00'],
  ])('%s: where 48 elapsed hours end on the wall', (_, releasedAt, zone, endDay, endTime) => {
    const end = endOfFirstHours(new Date(releasedAt))
    expect([plainDateIn(end, getZone(zone)), clockTimeIn(end, getZone(zone))]).toEqual([endDay, endTime])
  })

  it('the day of release is a day at the prison', () => {
    expect(releaseDayOf(release({ releasedAt: new Date('2026-04-02T22:30:00Z') }))).toBe('2026-04-03')
    expect(releaseDayOf(release())).toBeNull()
  })
})
