import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { type CustodyStay, type WhereIs, whereIs } from './where-is.ts'

const at = (text: string) => new Date(`${text}T12:00:00Z`)
const oslo: CustodyStay = { prisonServiceId: 'oslo', fromAt: at('2026-01-01'), untilAt: null }
const leftOslo: CustodyStay = { ...oslo, untilAt: at('2026-02-01') }
const bergen: CustodyStay = { prisonServiceId: 'bergen', fromAt: at('2026-02-01'), untilAt: null }
const inside = { endedOn: null, releasedAt: null }
const out = { endedOn: getPlainDate('2026-03-01'), releasedAt: at('2026-03-01') }

describe('where somebody is on 1 March 2026', () => {
  it.each<[string, Parameters<typeof whereIs>[0], CustodyStay[], WhereIs]>([
    ['in one prison', inside, [oslo], { kind: 'in-custody', prisonServiceId: 'oslo', since: at('2026-01-01') }],
    ['moved', inside, [bergen, leftOslo], { kind: 'in-custody', prisonServiceId: 'bergen', since: at('2026-02-01') }],
    ['on the way', inside, [leftOslo], { kind: 'unknown', lastPrisonServiceId: 'oslo' }],
    [
      'come in this very instant',
      inside,
      [{ ...oslo, fromAt: at('2026-03-01') }],
      { kind: 'in-custody', prisonServiceId: 'oslo', since: at('2026-03-01') },
    ],
    [
      'leaving later today: still there',
      inside,
      [{ ...oslo, untilAt: new Date('2026-03-01T12:00:01Z') }],
      { kind: 'in-custody', prisonServiceId: 'oslo', since: at('2026-01-01') },
    ],
    [
      'left this very instant',
      inside,
      [{ ...oslo, untilAt: at('2026-03-01') }],
      { kind: 'unknown', lastPrisonServiceId: 'oslo' },
    ],
    ['not there yet', inside, [{ ...oslo, fromAt: at('2026-04-01') }], { kind: 'unknown', lastPrisonServiceId: null }],
    [
      'out',
      out,
      [leftOslo, bergen],
      { kind: 'out', since: at('2026-03-01'), endedOn: getPlainDate('2026-03-01'), lastPrisonServiceId: 'bergen' },
    ],
    [
      'out, and no stay was recorded',
      { ...out, releasedAt: null },
      [],
      { kind: 'out', since: null, endedOn: getPlainDate('2026-03-01'), lastPrisonServiceId: null },
    ],
  ])('%s', (_name, episode, stays, expected) => {
    expect(whereIs(episode, stays, at('2026-03-01'))).toEqual(expected)
  })
})
