import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { type DeadlineQuestion, decideDeadline } from './handoff-deadline.ts'
import { decideHandoffKind } from './handoff-kind.ts'
import { HANDOFF_KINDS, type HandoffKind } from './handoff-statuses.ts'

const at = (text: string) => new Date(`2026-${text}Z`)
const HOURS = 3_600_000

describe('when a handoff must be acknowledged (definitions.md, Due)', () => {
  // Harbour is open Monday to Friday 9 to 17, Saturday 10 to 13, London time; shut on Good Friday and Easter Monday.
  it.each<[string, HandoffKind, string, string | null, string | null, string, string]>([
    // what, kind, sent and asked, release expected, released, due, because
    ['weeks ahead', 'planned', '03-16T10:00', '03-26T09:00', null, '03-18T17:00', 'kind'],
    ['two days ahead', 'planned', '03-23T10:00', '03-26T09:00', null, '03-24T17:00', 'last-open-hour'],
    ['out at noon', 'planned', '03-23T10:00', '03-25T20:00', null, '03-24T17:00', 'last-open-hour'],
    ['out on a Monday', 'planned', '03-20T08:00', '03-23T09:00', null, '03-21T13:00', 'last-open-hour'],
    ['over Easter', 'planned', '04-02T08:00', '04-07T08:00', null, '04-04T12:00', 'last-open-hour'],
    ['too late for Easter', 'planned', '04-04T14:00', '04-07T08:00', null, '04-07T06:00', 'two-hours-before-release'],
    ['nobody knows a date', 'planned', '04-01T12:00', null, null, '04-04T12:00', 'kind'],
    ['over the clock change', 'planned', '03-28T14:00', '03-30T08:00', null, '03-30T06:00', 'two-hours-before-release'],
    ['tomorrow', 'short-notice', '03-26T10:00', '03-27T09:00', null, '03-26T18:00', 'kind'],
    ['tonight', 'short-notice', '03-26T10:00', '03-26T19:00', null, '03-26T17:00', 'two-hours-before-release'],
    ['in an hour', 'short-notice', '03-26T10:00', '03-26T11:00', null, '03-26T10:00', 'at-once'],
    ['just out', 'emergency', '03-26T16:45', '03-26T09:00', '03-26T16:30', '03-26T20:45', 'kind'],
    ['out since Friday', 'emergency', '03-29T02:00', null, '03-27T16:30', '03-29T06:00', 'kind'],
    ['out, sent as planned', 'planned', '03-26T16:45', null, '03-26T16:30', '03-26T20:45', 'four-hours-once-released'],
  ])('%s', (_name, kind, sent, expected, released, due, because) => {
    expect(decideDeadline(asked({ kind, sent, expected, released }))).toEqual({ dueAt: at(`${due}:00`), because })
  })

  it.each<[string, string, string | null, string | null, string, string]>([
    // what, asked, release expected, released, due, because. Sent on Monday 16 March, due on Wednesday 18 at 17:00.
    ['the same date', '03-17T10:00', '03-26T09:00', null, '03-18T17:00', 'was-earlier'],
    ['a later date', '03-17T10:00', '04-26T09:00', null, '03-18T17:00', 'was-earlier'],
    ['no date any more', '03-17T10:00', null, null, '03-18T17:00', 'was-earlier'],
    ['a nearer date', '03-17T10:00', '03-18T20:00', null, '03-17T17:00', 'last-open-hour'],
    ['today', '03-17T10:00', '03-17T15:00', null, '03-17T13:00', 'two-hours-before-release'],
    ['released', '03-17T10:00', '03-26T09:00', '03-17T09:30', '03-17T14:00', 'four-hours-once-released'],
    ['released, and asked again later', '03-18T16:00', '03-26T09:00', '03-18T12:30', '03-18T17:00', 'was-earlier'],
    ['overdue already', '03-19T10:00', '03-26T09:00', null, '03-18T17:00', 'was-earlier'],
  ])('release moves: %s', (_name, now, expected, released, due, because) => {
    const question = asked({ kind: 'planned', sent: '03-16T10:00', expected, released })
    const moved = { ...question, now: at(`${now}:00`), previousDueAt: at('03-18T17:00:00') }
    expect(decideDeadline(moved)).toEqual({ dueAt: at(`${due}:00`), because })
  })

  it.each([
    ['03-26T09:00', '03-18T10:00', 'kind'],
    ['03-18T20:00', '03-17T20:00', 'day-before-release'],
  ])('hours that nobody told us, release %s', (expected, due, because) => {
    const question = asked({ kind: 'planned', sent: '03-16T10:00', expected, released: null })
    const receiver = harbourPharmacy({ weekly: { open: null, dosing: null } })
    expect(decideDeadline({ ...question, receiver })).toEqual({ dueAt: at(`${due}:00`), because })
  })

  it('is never lengthened, never before the press, and in time for the gate', () => {
    const hour = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(
        fc.constantFrom(...HANDOFF_KINDS),
        fc.option(hour),
        fc.option(fc.integer({ min: -100, max: 0 })),
        fc.option(hour),
        fc.integer({ min: 0, max: 24 * 14 }),
        (kind, expectedIn, releasedIn, previousIn, shift) => {
          const now = new Date(at('03-25T12:00:00').getTime() + shift * HOURS)
          const inHours = (hours: number | null) => (hours === null ? null : new Date(now.getTime() + hours * HOURS))
          const previousDueAt = inHours(previousIn)
          const expectedReleaseAt = inHours(expectedIn)
          const releasedAt = inHours(releasedIn)
          const receiver = harbourPharmacy()
          const { dueAt } = decideDeadline({
            kind,
            sentAt: now,
            now,
            expectedReleaseAt,
            releasedAt,
            receiver,
            previousDueAt,
          })
          if (previousDueAt) expect(dueAt.getTime()).toBeLessThanOrEqual(previousDueAt.getTime())
          if (!previousDueAt) expect(dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime())
          const latest = releasedAt ? now.getTime() + 4 * HOURS : (expectedReleaseAt?.getTime() ?? Infinity) - 2 * HOURS
          expect(dueAt.getTime()).toBeLessThanOrEqual(Math.max(latest, now.getTime()))
        },
      ),
    )
  })
})

describe('of which kind a handoff is', () => {
  it.each<[string | null, string | null, HandoffKind]>([
    ['03-28T10:01', null, 'planned'],
    ['03-28T10:00', null, 'short-notice'],
    ['03-26T09:00', null, 'short-notice'],
    [null, null, 'planned'],
    ['04-28T10:00', '03-26T09:59', 'emergency'],
  ])('expected %s, released %s', (expected, released, kind) => {
    expect(
      decideHandoffKind({ expectedAt: instant(expected), releasedAt: instant(released) }, at('03-26T10:00:00')),
    ).toBe(kind)
  })
})

function instant(text: string | null): Date | null {
  return text === null ? null : at(`${text}:00`)
}

function asked(of: {
  kind: HandoffKind
  sent: string
  expected: string | null
  released: string | null
}): DeadlineQuestion {
  const now = at(`${of.sent}:00`)
  return {
    kind: of.kind,
    sentAt: now,
    now,
    expectedReleaseAt: instant(of.expected),
    releasedAt: instant(of.released),
    receiver: harbourPharmacy(),
    previousDueAt: null,
  }
}
