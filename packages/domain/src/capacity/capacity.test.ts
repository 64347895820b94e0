import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import {
  CAPACITY_SAYS,
  type CapacityStatement,
  type CapacityToday,
  capacityToday,
  LONGEST_AWAY_DAYS,
  MOST_ROOM,
  refusalOfAway,
  StateCapacityInput,
} from './capacity.ts'

const TODAY = getPlainDate('2026-03-26')
const YESTERDAY = addDays(TODAY, -1)
const away = (until: string): CapacityStatement => ({
  says: 'away',
  awayUntil: getPlainDate(until),
  ofDay: YESTERDAY,
})

describe('who has room today', () => {
  it.each<[string, CapacityStatement | null, CapacityToday]>([
    ['nobody said', null, { kind: 'not-said' }],
    ['room for three, said today', { says: 'room', room: 3, ofDay: TODAY }, { kind: 'room', room: 3 }],
    ['no room, said today', { says: 'room', room: 0, ofDay: TODAY }, { kind: 'full' }],
    ['room, said yesterday', { says: 'room', room: 3, ofDay: YESTERDAY }, { kind: 'not-said' }],
    ['away beyond today', away('2026-03-27'), { kind: 'away', until: getPlainDate('2026-03-27') }],
    ['away, and today is the last day', away('2026-03-26'), { kind: 'away', until: TODAY }],
    ['away until yesterday', away('2026-03-25'), { kind: 'not-said' }],
    ['back', { says: 'back', ofDay: TODAY }, { kind: 'not-said' }],
  ])('%s', (_what, said, today) => {
    expect(capacityToday(said, TODAY)).toEqual(today)
  })

  it.each([
    ['yesterday', YESTERDAY, 'is-over'],
    ['today', TODAY, null],
    ['as far as one may say', addDays(TODAY, LONGEST_AWAY_DAYS), null],
    ['a day further', addDays(TODAY, LONGEST_AWAY_DAYS + 1), 'too-far'],
  ])('away until %s', (_what, until, refusal) => {
    expect(refusalOfAway(until, TODAY)).toBe(refusal)
  })

  it('is said with what belongs to it, and with nothing else', () => {
    const of = { accountId: '019a0000-0000-7000-8000-000000000001', requestId: '019a0000-0000-7000-8000-000000000002' }
    const taken = [
      { says: 'away', awayUntil: TODAY, room: null },
      { says: 'room', awayUntil: null, room: 0 },
      { says: 'room', awayUntil: null, room: MOST_ROOM },
      { says: 'back', awayUntil: null, room: null },
    ]
    const refused = [
      ...CAPACITY_SAYS.map((says) => ({ says, awayUntil: TODAY, room: 1 })),
      { says: 'away', awayUntil: null, room: null },
      { says: 'room', awayUntil: null, room: null },
      { says: 'room', awayUntil: null, room: MOST_ROOM + 1 },
      { says: 'room', awayUntil: null, room: -1 },
      { says: 'room', awayUntil: null, room: 1.5 },
      { says: 'ill', awayUntil: null, room: null },
    ]
    for (const said of taken) expect(StateCapacityInput.safeParse({ ...of, ...said }).success, said.says).toBe(true)
    for (const said of refused)
      expect(StateCapacityInput.safeParse({ ...of, ...said }).success, JSON.stringify(said)).toBe(false)
  })
})
