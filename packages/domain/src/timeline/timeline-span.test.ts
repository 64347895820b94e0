import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOf, spanOf, TIMELINE_SPANS } from './timeline-span.ts'

const NOW = new Date('2026-03-26T09:00:00Z')
const day = (text: string) => new Date(`${text}T09:00:00Z`)

describe('spanOf', () => {
  it.each([
    [
      'a release to come: four weeks before now, on to the release',
      'weeks',
      '2025-11-03',
      '2026-04-02',
      [],
      '2026-02-26',
      '2026-04-03',
    ],
    [
      'released: four weeks before the release, on to now',
      'weeks',
      '2025-11-03',
      '2026-03-20',
      [],
      '2026-02-20',
      '2026-03-27',
    ],
    [
      'an appointment to come is on it',
      'weeks',
      '2025-11-03',
      '2026-03-20',
      ['2026-04-09'],
      '2026-02-20',
      '2026-04-10',
    ],
    ['inside for less than that: from the admission', 'weeks', '2026-03-20', null, [], '2026-03-20', '2026-03-27'],
    ['all of it', 'all', '2025-11-03', null, ['2026-01-01'], '2025-11-03', '2026-03-27'],
  ] as const)('%s', (_what, span, admitted, release, others, from, to) => {
    const shown = spanOf(
      span,
      { admittedAt: day(admitted), releaseAt: release === null ? null : day(release), now: NOW },
      others.map(day),
    )
    expect(shown).toEqual({ from: day(from), to: day(to) })
  })

  it('holds now, and all that is later than its start', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        fc.constantFrom(...TIMELINE_SPANS),
        fc.date({ min: new Date('2020-01-01'), max: NOW, noInvalidDate: true }),
        fc.option(instant),
        fc.array(instant),
        (span, admittedAt, releaseAt, instants) => {
          const shown = spanOf(span, { admittedAt, releaseAt, now: NOW }, instants)
          expect(shareOf(NOW, shown)).not.toBeNull()
          for (const one of instants) expect(shareOf(one, shown) === null).toBe(one < shown.from)
        },
      ),
    )
  })
})

describe('shareOf', () => {
  const span = { from: day('2026-03-02'), to: day('2026-03-06') }
  it.each([
    ['2026-03-01', null],
    ['2026-03-02', 0],
    ['2026-03-03', 0.25],
    ['2026-03-06', 1],
    ['2026-03-07', null],
  ])('%s', (on, share) => {
    expect(shareOf(day(on), span)).toBe(share)
  })
})
