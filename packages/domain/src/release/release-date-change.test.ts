import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { ClockTime, getZone } from '../calendar/zone.ts'
import { ChangeReleaseDateInput } from './change-release-date-input.ts'
import { decideRelease } from './decide-release.ts'
import { dueFromRelease, moveDue } from './due-from-release.ts'
import { RecordReleaseInput } from './record-release-input.ts'
import type { Certainty } from './release-codes.ts'
import { decideReleaseDateChange, describeReleaseDateChange, type PlannedRelease } from './release-date-change.ts'

const day = getPlainDate
const dayOrNull = (text: string | null) => (text === null ? null : day(text))
const today = day('2026-03-26')
const oslo = getZone('Europe/Oslo')

function planned(releaseDate: string | null, certainty: Certainty = 'expected'): PlannedRelease {
  return { releaseDate: dayOrNull(releaseDate), certainty }
}

describe('what a change of the release date means (rule REL-4)', () => {
  it.each<[string, PlannedRelease, PlannedRelease, object]>([
    ['nothing', planned('2026-04-10'), planned('2026-04-10'), { kind: 'same' }],
    ['no date, still none', planned(null), planned(null), { kind: 'same' }],
    ['sooner', planned('2026-04-10'), planned('2026-04-08'), { effects: ['leaves-sooner'], daysMoved: -2 }],
    ['later', planned('2026-04-10'), planned('2026-05-01'), { effects: ['leaves-later'], daysMoved: 21 }],
    ['to today', planned('2026-04-10'), planned('2026-03-26'), { effects: ['leaves-sooner', 'leaves-today'] }],
    [
      'to the day after tomorrow',
      planned('2026-04-10'),
      planned('2026-03-28'),
      { effects: ['leaves-sooner', 'leaves-within-48-hours'] },
    ],
    ['to the third day', planned('2026-04-10'), planned('2026-03-29'), { effects: ['leaves-sooner'] }],
    ['a first date', planned(null), planned('2026-04-10'), { effects: ['date-set'], daysMoved: null }],
    [
      'a first date, today',
      planned(null, 'could-be-any-day'),
      planned('2026-03-26', 'confirmed'),
      { effects: ['leaves-today', 'date-set', 'became-certain'] },
    ],
    ['no date any more', planned('2026-04-10'), planned(null), { effects: ['date-removed'], daysMoved: null }],
    [
      'confirmed',
      planned('2026-04-10'),
      planned('2026-04-10', 'confirmed'),
      { effects: ['became-certain'], daysMoved: 0 },
    ],
    [
      'confirmed before and after: only the day moved',
      planned('2026-04-10', 'confirmed'),
      planned('2026-04-12', 'confirmed'),
      { effects: ['leaves-later'] },
    ],
    [
      'today as before, and now confirmed',
      planned('2026-03-26'),
      planned('2026-03-26', 'confirmed'),
      { effects: ['became-certain'] },
    ],
    [
      'expected where it could be any day',
      planned('2026-04-10', 'could-be-any-day'),
      planned('2026-04-10'),
      { kind: 'changed', effects: [] },
    ],
    [
      'any day again',
      planned('2026-04-10', 'confirmed'),
      planned('2026-04-10', 'could-be-any-day'),
      { effects: ['became-less-certain'] },
    ],
    [
      'later and less sure',
      planned('2026-04-10', 'confirmed'),
      planned('2026-04-20'),
      { effects: ['leaves-later', 'became-less-certain'] },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(describeReleaseDateChange(before, after, today)).toMatchObject(expected)
  })

  const inside = { ...planned('2026-04-10'), admittedOn: day('2026-01-05'), releasedAt: null }
  it.each<[string, object, PlannedRelease, object]>([
    ['a later day', {}, planned('2026-04-20'), { ok: true, change: { kind: 'changed' } }],
    ['the day of admission', {}, planned('2026-01-05'), { ok: true }],
    ['confirmed, with a day', {}, planned('2026-04-10', 'confirmed'), { ok: true }],
    ['before admission', {}, planned('2026-01-04'), { ok: false, refusal: 'release.before-admission' }],
    [
      'confirmed without a day',
      {},
      planned(null, 'confirmed'),
      { ok: false, refusal: 'release.confirmed-without-date' },
    ],
    [
      'after the release',
      { releasedAt: new Date('2026-03-25T08:00:00Z') },
      planned('2026-04-20'),
      { ok: false, refusal: 'release.already-recorded' },
    ],
  ])('may it be changed: %s', (_, facts, next, expected) => {
    expect(decideReleaseDateChange({ ...inside, ...facts }, next, today)).toMatchObject(expected)
  })
})

describe('due times counted from release (rule REL-5)', () => {
  const weekBefore = { days: -7, at: ClockTime.parse('16:00') }
  const now = new Date('2026-03-26T09:00:00Z')

  it.each([
    ['summer time', '2026-04-10', '2026-04-03T14:00:00.000Z'],
    ['winter time', '2026-04-02', '2026-03-26T15:00:00.000Z'],
    ['over the clock change: four by the wall all the same', '2026-04-05', '2026-03-29T14:00:00.000Z'],
    ['over New Year', '2027-01-03', '2026-12-27T15:00:00.000Z'],
  ])('%s', (_, releaseDate, due) => {
    expect(dueFromRelease(weekBefore, day(releaseDate), oslo)?.toISOString()).toBe(due)
  })

  it.each<[string, string | null, string | null, object]>([
    ['the date stays', '2026-04-10', '2026-04-10', { kind: 'stays', dueAt: new Date('2026-04-03T14:00:00Z') }],
    ['there is none', null, null, { kind: 'stays', dueAt: null }],
    ['later', '2026-04-10', '2026-04-12', { kind: 'moves', to: new Date('2026-04-05T14:00:00Z') }],
    ['sooner', '2026-04-10', '2026-04-05', { kind: 'moves', to: new Date('2026-03-29T14:00:00Z') }],
    ['no date any more', '2026-04-10', null, { kind: 'moves', to: null }],
    ['a first date', null, '2026-04-10', { kind: 'moves', from: null }],
    [
      'so soon that it lies behind',
      '2026-04-10',
      '2026-03-30',
      { kind: 'due-at-once', wouldHaveBeen: new Date('2026-03-23T15:00:00Z'), to: now },
    ],
    ['a first date, so soon that it lies behind', null, '2026-03-27', { kind: 'due-at-once', from: null, to: now }],
    ['late already, and later now: still what it is', '2026-03-20', '2026-03-30', { kind: 'moves' }],
  ])('%s', (_, before, after, expected) => {
    expect(moveDue(weekBefore, dayOrNull(before), dayOrNull(after), now, oslo)).toMatchObject(expected)
  })
})

describe('may a release be stamped with this time (rule REL-1)', () => {
  const now = new Date('2026-03-26T09:00:00Z')
  const inside = { admittedOn: day('2026-01-05'), releasedAt: null, zone: oslo }
  const at = (text: string) => ({ releasedAt: new Date(text), learnedAt: now })

  it.each<[string, object, ReturnType<typeof at>, object]>([
    ['now', {}, at('2026-03-26T09:00:00Z'), { ok: true, releaseDay: '2026-03-26' }],
    ['last night, a new day at the prison', {}, at('2026-03-25T23:30:00Z'), { ok: true, releaseDay: '2026-03-26' }],
    ['a minute ahead', {}, at('2026-03-26T09:01:00Z'), { ok: false, refusal: 'release.in-the-future' }],
    [
      'learned ahead',
      {},
      { releasedAt: now, learnedAt: new Date('2026-03-26T09:01:00Z') },
      { ok: false, refusal: 'release.in-the-future' },
    ],
    ['the day of admission', {}, at('2026-01-05T12:00:00Z'), { ok: true, releaseDay: '2026-01-05' }],
    ['before admission', {}, at('2026-01-04T12:00:00Z'), { ok: false, refusal: 'release.before-admission' }],
    ['twice', { releasedAt: now }, at('2026-03-26T09:00:00Z'), { ok: false, refusal: 'release.already-recorded' }],
  ])('%s', (_, facts, stated, expected) => {
    expect(decideRelease({ ...inside, ...facts }, stated, now)).toEqual(expected)
  })
})

describe('what is sent', () => {
  const ids = {
    episodeId: '01930000-0000-7000-8000-000000000001',
    requestId: '01930000-0000-7000-8000-000000000002',
    seenVersion: 3,
  }
  const change = { ...ids, releaseDate: day('2026-04-10'), certainty: 'confirmed', reason: null } as const

  it('parses to itself', () => {
    expect(ChangeReleaseDateInput.parse(change)).toEqual(change)
    const release = { ...ids, releasedAt: new Date(0), learnedAt: new Date(0), kind: 'unplanned' } as const
    expect(RecordReleaseInput.parse(release)).toEqual(release)
  })

  it.each([
    ['confirmed without a day', { releaseDate: null }],
    ['an impossible day', { releaseDate: '2026-02-30' }],
    ['an unknown certainty', { certainty: 'perhaps' }],
    ['a reason of spaces', { reason: '   ' }],
    ['a reason that cannot be stored', { reason: 'a\u0000b' }],
    ['a field of its own', { episodeOwner: 'me' }],
    ['half a version', { seenVersion: 1.5 }],
  ])('refuses %s', (_, fields) => {
    expect(ChangeReleaseDateInput.safeParse({ ...change, ...fields }).success).toBe(false)
  })
})
