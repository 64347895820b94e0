import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '../calendar/opening-hours.ts'
import { PlainDate } from '../calendar/plain-date.ts'
import { ClockTime, getZone } from '../calendar/zone.ts'
import { decideUndo } from './decide-undo.ts'
import { chooseEmergencyReceiver, type EmergencyCandidate } from './emergency-receiver.ts'
import { suggestedKind } from './suggested-kind.ts'
import { openNow } from './who-is-open.ts'

const day = (text: string) => PlainDate.parse(text)
const time = (text: string) => ClockTime.parse(text)

describe('choosing who gets an emergency handoff (REL-6)', () => {
  const service = (name: string, more: Partial<EmergencyCandidate> = {}): EmergencyCandidate => ({
    serviceId: name,
    name,
    hasPart: false,
    isDosingPoint: false,
    opening: 'closed',
    isStaffed: true,
    ...more,
  })
  it.each([
    ['nobody takes it', [], null],
    ['the name decides last', [service('B'), service('A')], 'A'],
    ['somebody can sign in', [service('A', { isStaffed: false }), service('B')], 'B'],
    ['open now before signing in', [service('A'), service('B', { opening: 'open', isStaffed: false })], 'B'],
    ['not known before closed', [service('A'), service('B', { opening: 'hours-unknown' })], 'B'],
    [
      'the dosing point before who is open',
      [service('A', { opening: 'open' }), service('B', { isDosingPoint: true })],
      'B',
    ],
    [
      'who knows the person before all',
      [service('A', { isDosingPoint: true, opening: 'open' }), service('B', { hasPart: true })],
      'B',
    ],
  ])('%s', (_, candidates, expected) => {
    expect(chooseEmergencyReceiver(candidates)?.name ?? null).toBe(expected)
    expect(chooseEmergencyReceiver(candidates.toReversed())?.name ?? null).toBe(expected)
  })
})

describe('who is open now', () => {
  const weekday = [{ from: time('09:00'), to: time('17:00') }]
  const hours = (weekly: OpeningHours['weekly']['open']): OpeningHours => ({
    zone: getZone('Europe/London'),
    weekly: { open: weekly, dosing: null },
    closures: [],
    holidays: [
      { on: day('2026-04-03'), name: 'Good Friday' },
      { on: day('2026-04-06'), name: 'Easter Monday' },
    ],
    confirmedDays: [],
  })
  const office = hours({ 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday })
  it.each([
    ['a minute after opening', office, '2026-04-01T08:01:00Z', { kind: 'open', closesAt: '2026-04-01T16:00:00.000Z' }],
    ['at the opening itself', office, '2026-04-01T08:00:00Z', { kind: 'open', closesAt: '2026-04-01T16:00:00.000Z' }],
    ['at the closing itself', office, '2026-04-01T16:00:00Z', { kind: 'closed', opensAt: '2026-04-02T08:00:00.000Z' }],
    [
      '16:30 before Good Friday',
      office,
      '2026-04-02T16:30:00Z',
      { kind: 'closed', opensAt: '2026-04-07T08:00:00.000Z' },
    ],
    ['hours that nobody told us', hours(null), '2026-04-01T10:00:00Z', { kind: 'hours-unknown' }],
    ['a place that never opens', hours({}), '2026-04-01T10:00:00Z', { kind: 'closed', opensAt: null }],
  ] as const)('%s', (_, place, at, expected) => {
    expect(JSON.parse(JSON.stringify(openNow(place, new Date(at))))).toEqual(expected)
  })
})

describe('the kind that stands ready', () => {
  const today = day('2026-03-27')
  it.each([
    ['confirmed as today', '2026-03-27', 'confirmed', 'planned'],
    ['expected today', '2026-03-27', 'expected', 'short-notice'],
    ['confirmed for tomorrow', '2026-03-28', 'confirmed', 'unplanned'],
    ['confirmed for yesterday', '2026-03-26', 'confirmed', 'unplanned'],
    ['no date', null, 'could-be-any-day', 'unplanned'],
  ] as const)('%s: %s, %s is %s', (_, releaseDate, certainty, kind) => {
    expect(suggestedKind({ releaseDate: releaseDate && day(releaseDate), certainty }, today)).toBe(kind)
  })
})

describe('taking a press back (REL-7)', () => {
  const recorded = { releasedAt: new Date(0), isOnRecord: true, isSeenOutside: false, isAdmittedAgain: false }
  it.each([
    ['a press that stands', recorded, null],
    ['nothing recorded', { ...recorded, releasedAt: null }, 'release.not-recorded'],
    ['a release without its press', { ...recorded, isOnRecord: false }, 'release.not-recorded'],
    ['seen outside', { ...recorded, isSeenOutside: true }, 'release.seen-outside'],
    ['admitted again', { ...recorded, isSeenOutside: true, isAdmittedAgain: true }, 'release.admitted-again'],
  ])('%s', (_, release, refusal) => {
    expect(decideUndo(release)).toEqual(refusal === null ? { ok: true } : { ok: false, refusal })
  })
})
