import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { type HandoffAreaState, isHandedOver } from './handoff-area-state.ts'
import { decideAcceptDeadline } from './handoff-deadline.ts'

const at = (text: string) => new Date(`2026-${text}Z`)
const HOURS = { unit: 'hours', count: 2 } as const
const SHORT = { emergency: HOURS, 'short-notice': HOURS, planned: HOURS, accept: HOURS }

describe('DUE-3, DUE-4: by when somebody has taken what was acknowledged now', () => {
  // Harbour is open Monday to Friday 9 to 17, Saturday 10 to 13, London time; shut on Good Friday and Easter Monday.
  it.each<[string, string, string | null, string | null, string]>([
    ['weeks ahead: the end of its next open day', '03-16T10:00', '04-26T09:00', null, '03-17T17:00'],
    ['nobody knows a date', '03-16T10:00', null, null, '03-17T17:00'],
    ['over Easter', '04-02T10:00', null, null, '04-04T12:00'],
    ['tomorrow morning: two hours before', '03-16T10:00', '03-17T09:00', null, '03-17T07:00'],
    ['in an hour: at once', '03-16T10:00', '03-16T11:00', null, '03-16T10:00'],
    ['in two hours: at once', '03-16T10:00', '03-16T12:00', null, '03-16T10:00'],
    ['once released: four hours, around the clock', '03-16T20:00', '03-16T09:00', '03-16T09:30', '03-17T00:00'],
    [
      'just before the close of its day, and long after: the earlier of the two',
      '03-16T10:00',
      '03-17T20:00',
      null,
      '03-17T17:00',
    ],
  ])('%s', (_what, now, expected, released, due) => {
    const found = decideAcceptDeadline({
      now: at(`${now}:00`),
      expectedReleaseAt: expected === null ? null : at(`${expected}:00`),
      releasedAt: released === null ? null : at(`${released}:00`),
      receiver: harbourPharmacy(),
    })
    expect(found).toEqual(at(`${due}:00`))
  })

  it('is as short as a local rule says', () => {
    const question = { expectedReleaseAt: null, releasedAt: null, receiver: harbourPharmacy(), allowed: SHORT }
    expect(decideAcceptDeadline({ ...question, now: at('03-16T10:00:00') })).toEqual(at('03-16T12:00:00'))
    const released = { ...question, releasedAt: at('03-16T09:00:00'), now: at('03-16T10:00:00') }
    expect(decideAcceptDeadline(released)).toEqual(at('03-16T12:00:00'))
  })
})

describe('whether somebody outside has an area', () => {
  it.each<[HandoffAreaState, boolean]>([
    ['acknowledged', true],
    ['accepted', true],
    ['done', true],
    ['sent', false],
    ['draft', false],
    ['not-sent', false],
    ['rejected', false],
    ['timed-out', false],
    ['returned', false],
    ['not-needed', false],
  ])('%s: %s', (state, has) => expect(isHandedOver(state)).toBe(has))
})
