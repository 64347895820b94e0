import { describe, expect, it } from 'vitest'
import { getPlainDate as day } from '../calendar/plain-date.ts'
import { type KitToWatch, kitAlerts, refresherDueOn } from './kit-alerts.ts'

const TODAY = day('2026-04-02')
const NOW = new Date('2026-04-02T12:00:00Z')
const GATE = new Date('2026-04-01T08:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

let made = 0
function kit(facts: Partial<KitToWatch> = {}): KitToWatch {
  made += 1
  return {
    id: `kit-${made}`,
    state: 'handed-over',
    holder: 'person',
    handedAt: GATE,
    expiresOn: day('2027-06-30'),
    goneAt: null,
    replacesId: null,
    trainedOn: null,
    ...facts,
  }
}
const used = (hours: number, facts: Partial<KitToWatch> = {}) =>
  kit({ state: 'used', goneAt: hoursAgo(hours), ...facts })
const codes = (kits: KitToWatch[], releasedAt: Date | null = GATE) =>
  kitAlerts(kits, releasedAt, { now: NOW, today: TODAY }).map(({ code }) => code)

describe('the printed expiry (rule NAL-2)', () => {
  it.each([
    ['2026-06-02', []],
    ['2026-06-01', ['expires-within-60-days']],
    ['2026-05-03', ['expires-within-60-days']],
    ['2026-05-02', ['expires-within-30-days']],
    ['2026-04-03', ['expires-within-30-days']],
    ['2026-04-02', ['expires-today']],
    ['2026-04-01', ['expired']],
    [null, []],
  ])('%s: %j', (expiresOn, expected) => {
    expect(codes([kit({ expiresOn: expiresOn === null ? null : day(expiresOn) })])).toEqual(expected)
  })

  it.each(['used', 'lost', 'left-in-prison', 'declined'] as const)('is not told of a kit that is %s', (state) => {
    const goneAt = state === 'used' || state === 'lost' ? hoursAgo(1) : null
    expect(codes([kit({ state, goneAt, expiresOn: day('2026-04-01') })])).not.toContain('expired')
  })

  it('is told of a kit of the household too, and of each kit by itself, the earliest first', () => {
    const kits = [
      kit({ expiresOn: day('2026-03-01') }),
      kit({ holder: 'household', state: 'at-home', expiresOn: day('2026-02-01') }),
    ]
    expect(kitAlerts(kits, GATE, { now: NOW, today: TODAY }).map(({ kitId }) => kitId)).toEqual([
      kits[1]?.id,
      kits[0]?.id,
    ])
  })
})

describe('a kit that is used or lost (rule NAL-2)', () => {
  it.each([
    ['an hour ago', [used(1)], ['replace-within-24-hours']],
    ['24 hours ago to the minute', [used(24)], ['replace-within-24-hours']],
    ['more than 24 hours ago', [used(24.01)], ['not-replaced']],
    ['lost for two days', [kit({ state: 'lost', goneAt: hoursAgo(48) })], ['not-replaced']],
    ['by a supporter', [kit(), used(30, { holder: 'supporter' })], ['not-replaced']],
  ])('%s', (_what, kits, expected) => {
    expect(codes(kits)).toEqual(expected)
  })

  it('is not asked for again once another one came in its place', () => {
    const gone = used(30)
    expect(codes([gone, kit({ replacesId: gone.id })])).toEqual([])
    expect(codes([gone, kit()])).toEqual(['not-replaced'])
  })

  it('is counted in elapsed hours over a clock change', () => {
    const now = new Date('2026-03-29T12:00:00Z')
    const goneAt = new Date('2026-03-28T12:00:00Z')
    const told = kitAlerts([kit({ state: 'used', goneAt })], GATE, { now, today: day('2026-03-29') })
    expect(told).toMatchObject([{ code: 'replace-within-24-hours', by: now }])
  })
})

describe('released without one (rule NAL-1)', () => {
  it.each<[string, KitToWatch[], Date | null, string[]]>([
    ['inside, none', [], null, []],
    ['out, none', [], GATE, ['released-without']],
    ['out, a kit of a supporter only', [kit({ holder: 'supporter' })], GATE, ['released-without']],
    ['out, declined', [kit({ state: 'declined', handedAt: null })], GATE, []],
    ['out, in the property', [kit({ state: 'in-property', handedAt: null })], GATE, ['left-in-prison']],
    ['out, left', [kit({ state: 'left-in-prison', handedAt: null })], GATE, ['left-in-prison']],
    [
      'out, left, and one handed since',
      [kit({ state: 'left-in-prison', handedAt: null }), kit({ handedAt: NOW })],
      GATE,
      [],
    ],
    ['out, at home', [kit({ state: 'at-home', handedAt: null })], GATE, []],
    ['out, never trained', [kit({ trainedOn: null })], GATE, []],
  ])('%s', (_what, kits, releasedAt, expected) => {
    expect(codes(kits, releasedAt)).toEqual(expected)
  })
})

describe('the refresher (rule NAL-3)', () => {
  it.each([
    ['2025-04-03', false],
    ['2025-04-02', true],
    ['2024-01-15', true],
  ])('shown how on %s: due %s', (trainedOn, due) => {
    expect(codes([kit({ trainedOn: day(trainedOn) })]).includes('refresher-due')).toBe(due)
  })

  it('is counted from the last time', () => {
    expect(codes([kit({ trainedOn: day('2024-01-15') }), kit({ trainedOn: day('2026-03-01') })])).toEqual([])
  })

  it.each([
    ['2025-04-02', '2026-04-02'],
    ['2024-02-29', '2025-03-01'],
    ['2023-02-28', '2024-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('twelve months from %s is %s', (from, to) => {
    expect(refresherDueOn(day(from))).toBe(to)
  })
})

it('tells the most urgent first', () => {
  const kits = [kit({ expiresOn: day('2026-04-20'), trainedOn: day('2024-01-01') }), used(1), used(30)]
  expect(codes(kits)).toEqual(['not-replaced', 'replace-within-24-hours', 'expires-within-30-days', 'refresher-due'])
})

describe('kits that go along with the person (rule NAL-4)', () => {
  it('is asked after until somebody says where it is, inside and outside', () => {
    const came = kit({ state: 'not-known', handedAt: null })
    expect(codes([came], null)).toEqual(['where-is-it'])
    expect(codes([came])).toEqual(['released-without', 'where-is-it'])
    expect(codes([came, kit({ replacesId: came.id })])).toEqual([])
    expect(codes([kit({ state: 'in-property', handedAt: null })], null)).toEqual([])
  })

  it('nothing is told of it in the case that it went on from', () => {
    const gone = { isCarriedOn: true, expiresOn: day('2026-01-01'), trainedOn: day('2024-01-01') }
    expect(codes([kit(gone), kit({ ...gone, state: 'left-in-prison', handedAt: null })])).toEqual([])
    expect(codes([kit(gone), used(30)])).toEqual(['not-replaced'])
  })
})
