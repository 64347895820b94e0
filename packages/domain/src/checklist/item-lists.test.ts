import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getZone } from '../calendar/zone.ts'
import { ITEM_LISTS, listBounds, listOf } from './item-lists.ts'
import { ITEM_STATUSES, type ItemStatus } from './item-statuses.ts'

const LONDON = getZone('Europe/London')
/** Thursday 26 March 2026, three days before the clocks go forward there. */
const NOW = new Date('2026-03-26T09:00:00Z')
const BOUNDS = listBounds(NOW, LONDON)

describe('listBounds', () => {
  it.each([
    ['Europe/London', '2026-03-26T09:00:00Z', '2026-03-27T00:00:00.000Z', '2026-04-01T23:00:00.000Z'],
    ['Europe/Oslo', '2026-03-26T23:30:00Z', '2026-03-27T23:00:00.000Z', '2026-04-02T22:00:00.000Z'],
    ['America/New_York', '2026-11-01T03:30:00Z', '2026-11-01T04:00:00.000Z', '2026-11-07T05:00:00.000Z'],
  ])('%s at %s: today ends %s, the week %s', (zone, now, todayEnds, weekEnds) => {
    const bounds = listBounds(new Date(now), getZone(zone))
    expect([bounds.todayEnds.toISOString(), bounds.weekEnds.toISOString()]).toEqual([todayEnds, weekEnds])
  })
})

type Line = readonly [
  what: string,
  status: ItemStatus,
  isOurs: boolean,
  isBlocked: boolean,
  due: string | null,
  list: string | null,
]
const LINES: readonly Line[] = [
  ['late', 'open', true, false, '2026-03-20T09:00:00Z', 'today'],
  ['due within the hour', 'in-progress', true, false, '2026-03-26T09:30:00Z', 'today'],
  ['due in the last second of the day', 'open', true, false, '2026-03-26T23:59:59Z', 'today'],
  ['due at midnight', 'open', true, false, '2026-03-27T00:00:00Z', 'this-week'],
  ['due before the seventh day ends, in summer time', 'open', true, false, '2026-04-01T22:59:59Z', 'this-week'],
  ['due as the seventh day ends', 'open', true, false, '2026-04-01T23:00:00Z', 'later'],
  ['no due time', 'open', true, false, null, 'later'],
  ['late and waiting for another', 'open', true, true, '2026-03-20T09:00:00Z', 'blocked'],
  ['theirs, late', 'open', false, false, '2026-03-20T09:00:00Z', 'others'],
  ['theirs, and waiting itself', 'open', false, true, null, 'others'],
  ['done', 'done', true, false, '2026-03-26T09:00:00Z', null],
  ['not needed', 'not-needed', true, false, null, null],
  ['declined', 'declined', false, false, null, null],
  ['retired', 'retired', true, true, '2026-03-26T09:00:00Z', null],
]

describe('listOf', () => {
  it.each(LINES)('%s', (_what, status, isOurs, isBlocked, due, list) => {
    expect(listOf({ status, isOurs, isBlocked, dueAt: due === null ? null : new Date(due) }, BOUNDS)).toBe(list)
  })

  it('puts every open item in exactly one list, and nothing else in any', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ITEM_STATUSES),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })),
        (status, isOurs, isBlocked, dueAt) => {
          const list = listOf({ status, isOurs, isBlocked, dueAt }, BOUNDS)
          expect(list !== null && ITEM_LISTS.includes(list)).toBe(status === 'open' || status === 'in-progress')
        },
      ),
    )
  })
})
