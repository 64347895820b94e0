import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { BARRIER_CODES, BARRIER_ENDS, BARRIER_LEVELS } from './barrier-codes.ts'
import { type BarrierFact, reportBarriers } from './barrier-report.ts'
import { BARRIER_TABLE } from './barrier-table.ts'
import { daysLost } from './days-lost.ts'
import { RecordBarrierInput } from './record-barrier-input.ts'

const day = getPlainDate
const TODAY = day('2026-03-26')

describe('days lost', () => {
  it.each<[string, string | null, string | null, number | null]>([
    ['since ten days, standing', '2026-03-16', null, 10],
    ['will be over tomorrow', '2026-03-16', '2026-03-27', 10],
    ['over after four', '2026-03-16', '2026-03-20', 4],
    ['the same day', '2026-03-26', '2026-03-26', 0],
    ['over a clock change', '2025-10-25', '2025-10-27', 2],
    ['said to begin tomorrow', '2026-03-27', null, 0],
    ['nobody knows since when', null, null, null],
    ['over, and nobody knows since when', null, '2026-03-20', null],
  ])('%s', (_what, since, resolvedOn, expected) => {
    const span = { since: since && day(since), resolvedOn: resolvedOn && day(resolvedOn) }
    expect(daysLost({ since: span.since || null, resolvedOn: span.resolvedOn || null }, TODAY)).toBe(expected)
  })
})

const fact = (more: Partial<BarrierFact> = {}): BarrierFact => ({
  code: 'waiting-list',
  level: 'service',
  serviceId: 'a',
  since: day('2026-03-16'),
  resolvedOn: null,
  ...more,
})
const many = (count: number, more: Partial<BarrierFact> = {}) => Array.from({ length: count }, () => fact(more))

describe('the figures of barriers', () => {
  it('count by programme, kind and level, with the days lost', () => {
    const report = reportBarriers([...many(6), ...many(7, { serviceId: 'b', since: null })], TODAY)
    expect(report.total).toMatchObject({ all: 13, standing: 13, resolved: 0, days: 60 })
    expect(report.byProgramme).toMatchObject([
      { key: 'a', all: 6, days: 60 },
      { key: 'b', all: 7, days: 0 },
    ])
    expect(report.byCode).toMatchObject([{ key: 'waiting-list', all: 13 }])
    expect(report.isHidden).toBe(false)
  })

  it('tell what is over from what stands, up to today and by every table', () => {
    const over = { resolvedOn: TODAY, level: 'structure', code: 'no-id', serviceId: null } as const
    const tomorrow = { resolvedOn: day('2026-03-27') }
    const report = reportBarriers([...many(6), ...many(5, tomorrow), ...many(9, over)], TODAY)
    expect(report.total).toEqual({ key: 'all', all: 20, standing: 11, resolved: 9, days: 200 })
    expect(report.byProgramme).toEqual([
      { key: 'a', all: 11, standing: 11, resolved: 0, days: 110 },
      { key: null, all: 9, standing: 0, resolved: 9, days: 90 },
    ])
    expect(report.byCode).toEqual(
      [
        { key: 'no-id', all: 9, standing: 0, resolved: 9, days: 90 },
        { key: 'waiting-list', all: 11, standing: 11, resolved: 0, days: 110 },
      ].toSorted((one, other) => BARRIER_CODES.indexOf(one.key as never) - BARRIER_CODES.indexOf(other.key as never)),
    )
    expect(report.byLevel).toEqual([
      { key: 'service', all: 11, standing: 11, resolved: 0, days: 110 },
      { key: 'structure', all: 9, standing: 0, resolved: 9, days: 90 },
    ])
  })

  it('leave out so much that no small count is found by taking one from another (FIG-7)', () => {
    const facts = fc.array(
      fc.record({
        code: fc.constantFrom('waiting-list' as const, 'no-id' as const, 'distance' as const),
        level: fc.constantFrom(...BARRIER_LEVELS),
        serviceId: fc.constantFrom('a', 'b', 'c'),
        since: fc.constant(null),
        resolvedOn: fc.constantFrom(day('2026-03-20'), null),
      }),
      { minLength: 5, maxLength: 60 },
    )
    fc.assert(
      fc.property(facts, (given) => {
        const { total, byProgramme, byCode, byLevel } = reportBarriers(given, TODAY)
        for (const lines of [byProgramme, byCode, byLevel])
          for (const count of ['all', 'standing', 'resolved'] as const) {
            const hidden = lines.filter((line) => line[count] === null).length
            // One count left out of a table whose sum is told would be told by the others.
            expect(hidden === 1 && total[count] !== null).toBe(false)
          }
        for (const { all, standing, resolved } of [total, ...byProgramme, ...byCode, ...byLevel])
          expect([all, standing, resolved].filter((count) => count === null).length).not.toBe(1)
      }),
      { numRuns: 200 },
    )
  })

  it('leave out a small count with its days, and the days of the whole (FIG-7)', () => {
    const report = reportBarriers([...many(6), ...many(8, { serviceId: 'b' }), ...many(2, { serviceId: 'c' })], TODAY)
    const [, , small] = report.byProgramme
    expect(small).toMatchObject({ key: 'c', all: null, days: null })
    expect(report.byProgramme.filter(({ all }) => all === null).length).toBeGreaterThan(1)
    expect(report.total.days).toBeNull()
    expect(report.isHidden).toBe(true)
  })

  it('never show a count from 1 to 4, nor days beside one', () => {
    const facts = fc.array(
      fc.record({
        code: fc.constantFrom(...BARRIER_CODES),
        level: fc.constantFrom(...BARRIER_LEVELS),
        serviceId: fc.constantFrom('a', 'b', null),
        since: fc.constantFrom(day('2026-03-01'), null),
        resolvedOn: fc.constantFrom(day('2026-03-20'), null),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(facts, (given) => {
        const { total, byProgramme, byCode, byLevel } = reportBarriers(given, TODAY)
        for (const line of [total, ...byProgramme, ...byCode, ...byLevel]) {
          for (const count of [line.all, line.standing, line.resolved])
            expect(count === null || count === 0 || count >= 5).toBe(true)
          if (line.all === null) expect(line.days).toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a barrier', () => {
  const takes = {
    episodeId: '019a0000-0000-7000-8000-000000000001',
    requestId: '019a0000-0000-7000-8000-000000000002',
    barrierId: null,
    seenVersion: 0,
    area: 'omt',
    code: 'waiting-list',
    level: 'service',
    serviceId: null,
    words: null,
    since: '2026-03-01',
    resolvedOn: null,
    resolvedHow: null,
  }
  it.each<[object, string[]]>([
    [{}, []],
    [{ code: 'no-couples' }, ['barrier.area.partner-only']],
    [{ code: 'no-couples', area: 'partner' }, []],
    [{ code: 'other' }, ['barrier.words.missing']],
    [{ resolvedHow: 'obtained' }, ['barrier.resolvedOn.missing']],
    [{ resolvedOn: '2026-03-02' }, ['barrier.resolvedHow.missing']],
    [{ resolvedOn: '2026-02-02', resolvedHow: 'obtained' }, ['barrier.resolvedOn.before-it-began']],
    [{ resolvedOn: '2026-03-02', resolvedHow: 'separate' }, ['barrier.resolvedHow.unknown']],
  ])('%j', (more, messages) => {
    const found = RecordBarrierInput.safeParse({ ...takes, ...more })
    expect(found.success ? [] : found.error.issues.map(({ message }) => message)).toEqual(messages)
  })

  it('no way in which it ends parts a couple, and its being one is partner information', () => {
    expect(BARRIER_ENDS.filter((end) => /separat|split|part(ed|ing)|apart|alone|single/.test(end))).toEqual([])
    expect(BARRIER_TABLE['no-couples'].onlyArea).toBe('partner')
  })
})
