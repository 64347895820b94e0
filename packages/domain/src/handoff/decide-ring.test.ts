import { describe, expect, it } from 'vitest'
import { harbourPharmacy } from '../../testing/places.ts'
import { getPlainDate } from '../calendar/plain-date.ts'
import { decideRing } from './decide-ring.ts'

const at = (text: string) => new Date(`2026-${text}:00Z`)

describe('what the sender is told at the press of send', () => {
  // Harbour is open Monday to Friday 9 to 17, Saturday 10 to 13, London time; shut on Good Friday and Easter Monday.
  it.each<[string, string, string, object]>([
    ['closes in 18 minutes: ring now', '03-27T16:42', '03-28T08:00', last('03-27T17:00', 18, true)],
    ['an hour is left', '03-27T16:00', '03-28T08:00', last('03-27T17:00', 60, true)],
    ['61 minutes are left', '03-27T15:59', '03-28T08:00', last('03-27T17:00', 61, false)],
    ['the deadline comes before closing', '03-27T10:00', '03-27T14:30', last('03-27T14:30', 270, false)],
    [
      'open again before the deadline',
      '03-26T16:42',
      '03-27T12:00',
      { kind: 'open', ringNow: false, closesAt: at('03-26T17:00') },
    ],
    [
      'closed and open in time',
      '03-26T20:00',
      '03-27T12:00',
      { kind: 'opens-in-time', ringNow: false, opensAt: at('03-27T09:00') },
    ],
    ['closed over Easter', '04-02T17:30', '04-04T08:00', shut('04-04T09:00')],
    ['opens at the very deadline', '03-26T20:00', '03-27T09:00', shut('03-27T09:00')],
    ['they unlock the door at this minute', '03-27T09:00', '03-27T14:30', last('03-27T14:30', 330, false)],
    [
      'open again at the very deadline: these are their last minutes',
      '03-26T16:42',
      '03-27T09:00',
      last('03-26T17:00', 18, true),
    ],
    [
      'they close at this minute, and open in time',
      '03-26T17:00',
      '03-27T12:00',
      { kind: 'opens-in-time', ringNow: false, opensAt: at('03-27T09:00') },
    ],
    ['the deadline has passed', '03-26T12:00', '03-26T12:00', shut('03-26T12:00')],
  ])('%s', (_name, now, due, expected) => {
    expect(decideRing(harbourPharmacy(), at(due), at(now))).toEqual(expected)
  })

  it('hours that nobody told us', () => {
    const unknown = harbourPharmacy({ weekly: { open: null, dosing: null } })
    expect(decideRing(unknown, at('03-28T08:00'), at('03-27T10:00'))).toEqual({ kind: 'hours-unknown', ringNow: true })
  })

  it('shut for the whole season', () => {
    const closures = [{ from: getPlainDate('2026-01-01'), to: getPlainDate('2026-12-31') }]
    expect(decideRing(harbourPharmacy({ closures }), at('03-28T08:00'), at('03-27T10:00'))).toEqual({
      kind: 'closed-until-too-late',
      ringNow: true,
      opensAt: null,
    })
  })
})

function last(ends: string, minutesLeft: number, ringNow: boolean) {
  return { kind: 'last-open-time', ringNow, endsAt: at(ends), minutesLeft }
}

function shut(opens: string) {
  return { kind: 'closed-until-too-late', ringNow: true, opensAt: at(opens) }
}
