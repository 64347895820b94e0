import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { decideAcceptDeadline } from '../handoff/handoff-deadline.ts'
import { DeadlineBody, type TimeAllowed } from './deadline-body.ts'
import { DEADLINE_RULE } from './deadline-rule.ts'
import { endOfTime } from './time-allowed.ts'

const at = (text: string) => new Date(`2026-${text}:00Z`)
const UNKNOWN = harbourPharmacy({ weekly: { open: null, dosing: null } })

describe('when time is over (DUE-2)', () => {
  // Harbour is open Monday to Friday 9 to 17, Saturday 10 to 13, London time; shut on Good Friday and Easter Monday.
  it.each<[string, string, TimeAllowed, string]>([
    ['four hours around the clock', '03-26T16:00', { unit: 'hours', count: 4 }, '03-26T20:00'],
    ['around the clock over the clock change', '03-28T23:00', { unit: 'hours', count: 4 }, '03-29T03:00'],
    ['four open hours of one day', '03-26T10:00', { unit: 'open-hours', count: 4 }, '03-26T14:00'],
    ['four open hours over a night', '03-26T15:00', { unit: 'open-hours', count: 4 }, '03-27T11:00'],
    ['sent before it opens', '03-26T06:00', { unit: 'open-hours', count: 2 }, '03-26T11:00'],
    ['to the minute of closing', '03-26T09:00', { unit: 'open-hours', count: 8 }, '03-26T17:00'],
    ['over Easter', '04-02T12:00', { unit: 'open-hours', count: 5 }, '04-04T10:00'],
    ['the next open day', '03-26T10:00', { unit: 'open-days', count: 1 }, '03-27T17:00'],
    ['the second, over a Sunday', '03-27T10:00', { unit: 'open-days', count: 2 }, '03-30T16:00'],
  ])('%s', (_name, from, allowed, until) => {
    expect(endOfTime(at(from), allowed, harbourPharmacy())).toEqual(at(until))
  })

  it.each<[TimeAllowed, string]>([
    [{ unit: 'hours', count: 8 }, '03-26T18:00'],
    [{ unit: 'open-hours', count: 8 }, '03-26T18:00'],
    [{ unit: 'open-days', count: 2 }, '03-28T10:00'],
  ])('hours that nobody told us: %o', (allowed, until) => {
    expect(endOfTime(at('03-26T10:00'), allowed, UNKNOWN)).toEqual(at(until))
  })
})

describe('by when somebody must have taken it (DUE-3, DUE-4)', () => {
  it.each([
    ['weeks ahead: the next open day', '04-20T09:00', null, '03-26T10:00', '03-27T17:00'],
    ['out tomorrow: two hours before', '03-27T09:00', null, '03-26T10:00', '03-27T07:00'],
    ['out: four hours', '03-26T09:00', '03-26T09:00', '03-26T10:00', '03-26T14:00'],
    ['an hour before: at once', '03-26T11:00', null, '03-26T10:00', '03-26T10:00'],
    ['nobody knows a date', null, null, '03-26T10:00', '03-27T17:00'],
  ])('%s', (_name, expected, released, now, due) => {
    expect(
      decideAcceptDeadline({
        now: at(now),
        expectedReleaseAt: expected === null ? null : at(expected),
        releasedAt: released === null ? null : at(released),
        receiver: harbourPharmacy(),
      }),
    ).toEqual(at(due))
  })
})

describe('a local rule', () => {
  const ours = DEADLINE_RULE.body
  it('may say what ours says', () => {
    expect(DeadlineBody.parse(ours)).toEqual(ours)
  })

  it.each([
    ['more than two days around the clock', { unit: 'hours', count: 49 }, 'deadline-rule.count.too-long'],
    ['more than a week of open days', { unit: 'open-days', count: 6 }, 'deadline-rule.count.too-long'],
    ['more than three days of open hours', { unit: 'open-hours', count: 25 }, 'deadline-rule.count.too-long'],
    ['no time', { unit: 'hours', count: 0 }, 'deadline-rule.count.from-one'],
    ['half an hour', { unit: 'hours', count: 0.5 }, 'deadline-rule.count.whole'],
    ['weeks', { unit: 'weeks', count: 1 }, 'deadline-rule.unit.unknown'],
  ])('is refused: %s', (_name, planned, fault) => {
    const read = DeadlineBody.safeParse({ ...ours, planned })
    expect(read.error?.issues.map(({ message }) => message)).toContain(fault)
  })
})
