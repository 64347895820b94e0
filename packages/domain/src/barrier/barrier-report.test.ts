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
  isOwn: false,
  ...more,
})
const many = (count: number, more: Partial<BarrierFact> = {}) => Array.from({ length: count }, () => fact(more))

/** Two years and one, as the page asks for them, of somebody who opens no case. */
const PERIODS = [day('2024-03-26'), day('2025-03-26')]
const report = (facts: readonly BarrierFact[], { asked = 1 } = {}) => reportBarriers(facts, TODAY, PERIODS, asked)

describe('the figures of barriers', () => {
  it('FIG-7: what was over before the shorter period began is not told by taking one page from the other', () => {
    const older = many(3, { resolvedOn: day('2024-12-01'), since: null })
    const [two, one] = [0, 1].map((asked) => report([...many(9), ...older], { asked }))
    expect([two?.total.all, one?.total.all].filter((each) => each !== null).length).toBeLessThan(2)
    const many5 = many(5, { resolvedOn: day('2024-12-01'), since: null })
    expect([0, 1].map((asked) => report([...many(9), ...many5], { asked }).total.all)).toEqual([14, 9])
  })

  it('FIG-7: what is left of a line once the reader has taken away what he can open', () => {
    expect(report([...many(3), ...many(9, { isOwn: true })]).total.all).toBeNull()
    expect(report([...many(5), ...many(7, { isOwn: true })]).total.all).toBe(12)
    expect(report(many(3, { isOwn: true })).total.all).toBe(3)
  })

  it('count by programme, kind and level, with the days lost', () => {
    const told = report([...many(6), ...many(7, { serviceId: 'b', since: null })])
    expect(told.total).toMatchObject({ all: 13, standing: 13, resolved: 0, days: 60 })
    expect(told.byProgramme).toMatchObject([
      { key: 'a', all: 6, days: 60 },
      { key: 'b', all: 7, days: 0 },
    ])
    expect(told.byCode).toMatchObject([{ key: 'waiting-list', all: 13 }])
    expect(told.isHidden).toBe(false)
  })

  it('tell what is over from what stands, up to today and by every table', () => {
    const over = { resolvedOn: TODAY, level: 'structure', code: 'no-id', serviceId: null } as const
    const tomorrow = { resolvedOn: day('2026-03-27') }
    const told = report([...many(6), ...many(5, tomorrow), ...many(9, over)])
    expect(told.total).toEqual({ key: 'all', all: 20, standing: 11, resolved: 9, days: 200 })
    expect(told.byProgramme).toEqual([
      { key: 'a', all: 11, standing: 11, resolved: 0, days: 110 },
      { key: null, all: 9, standing: 0, resolved: 9, days: 90 },
    ])
    expect(told.byCode).toEqual(
      [
        { key: 'no-id', all: 9, standing: 0, resolved: 9, days: 90 },
        { key: 'waiting-list', all: 11, standing: 11, resolved: 0, days: 110 },
      ].toSorted((one, other) => BARRIER_CODES.indexOf(one.key as never) - BARRIER_CODES.indexOf(other.key as never)),
    )
    expect(told.byLevel).toEqual([
      { key: 'service', all: 11, standing: 11, resolved: 0, days: 110 },
      { key: 'structure', all: 9, standing: 0, resolved: 9, days: 90 },
    ])
  })

  it('hide nothing where what was over between the two periods is not small', () => {
    const between = many(6, { resolvedOn: day('2024-12-01'), since: null })
    const [two, one] = [0, 1].map((asked) => report([...many(9), ...between], { asked }))
    expect(two?.total).toMatchObject({ all: 15, standing: 9, resolved: 6 })
    expect(one?.total).toMatchObject({ all: 9, standing: 9, resolved: 0 })
    expect([two?.isHidden, one?.isHidden]).toEqual([false, false])
  })

  it('count what was over on the first day of a period in it, and what was over before it in none', () => {
    const onTheFirst = many(6, { resolvedOn: day('2025-03-26') })
    const before = many(7, { resolvedOn: day('2024-03-25') })
    expect(report([...onTheFirst, ...before]).total).toMatchObject({ all: 6, resolved: 6 })
    expect(report([...onTheFirst, ...before], { asked: 0 }).total).toMatchObject({ all: 6, resolved: 6 })
  })

  it('name no programme of which nothing is left in the period', () => {
    const gone = many(6, { serviceId: 'gone', resolvedOn: day('2024-12-01') })
    expect(report([...many(9), ...gone]).byProgramme.map(({ key }) => key)).toEqual(['a'])
    expect(report([...many(9), ...gone], { asked: 0 }).byProgramme.map(({ key }) => key)).toEqual(['a', 'gone'])
  })

  it('are not told of a period that nobody can ask for', () => {
    expect(() => report(many(9), { asked: 2 })).toThrow('the period is not one of those that can be asked for')
  })

  it('FIG-7: leave in counts of ten and more, and tell nothing that the page hides', () => {
    const facts = [...many(12), ...many(7, { serviceId: 'b' }), ...many(30, { serviceId: 'c' })]
    const [page, file] = ([5, 10] as const).map((smallest) => reportBarriers(facts, TODAY, PERIODS, 1, smallest))
    expect(page?.byProgramme.map(({ key, all }) => [key, all])).toEqual([
      ['a', 12],
      ['b', 7],
      ['c', 30],
    ])
    const left = file?.byProgramme.map(({ all }) => all) ?? []
    expect(left[1]).toBeNull()
    // The sum is told: another one is hidden beside it.
    expect(left.filter((all) => all === null)).toHaveLength(2)
    expect(file?.total.all).toBe(49)
    expect(file?.byProgramme.every(({ all, days }) => all !== null || days === null)).toBe(true)
  })

  it('FIG-7: leave as few to whoever is handed the file as to whoever can open all of them', () => {
    const facts = [...many(6, { isOwn: true }), ...many(30, { serviceId: 'b', isOwn: true })]
    const [page, file] = ([5, 10] as const).map((smallest) => reportBarriers(facts, TODAY, PERIODS, 1, smallest))
    expect(page?.byProgramme.map(({ all }) => all)).toEqual([6, 30])
    expect(file?.byProgramme.map(({ all }) => all)).toEqual([null, null])
  })

  it('tell nothing of nothing', () => {
    expect(report([])).toEqual({
      total: { key: 'all', all: 0, standing: 0, resolved: 0, days: 0 },
      byProgramme: [],
      byCode: [],
      byLevel: [],
      isHidden: false,
    })
  })

  it('leave out so much that no small count is found by taking one from another (FIG-7)', () => {
    const facts = fc.array(
      fc.record({
        code: fc.constantFrom('waiting-list' as const, 'no-id' as const, 'distance' as const),
        level: fc.constantFrom(...BARRIER_LEVELS),
        serviceId: fc.constantFrom('a', 'b', 'c'),
        since: fc.constant(null),
        resolvedOn: fc.constantFrom(day('2026-03-20'), null),
        isOwn: fc.constant(false),
      }),
      { minLength: 5, maxLength: 60 },
    )
    fc.assert(
      fc.property(facts, (given) => {
        const { total, byProgramme, byCode, byLevel } = report(given)
        for (const lines of [byProgramme, byCode, byLevel])
          for (const count of ['all', 'standing', 'resolved'] as const) {
            const hidden = lines.filter((line) => line[count] === null).length
            // One count left out of a table whose sum is told would be told by the others.
            expect(hidden === 1 && total[count] !== null).toBe(false)
          }
        for (const { all, standing, resolved } of [total, ...byProgramme, ...byCode, ...byLevel])
          expect([all, standing, resolved].filter((count) => count === null).length).not.toBe(1)
      }),
      { numRuns: 80 },
    )
  })

  it('leave out a small count with its days, and the days of the whole (FIG-7)', () => {
    const told = report([...many(6), ...many(8, { serviceId: 'b' }), ...many(2, { serviceId: 'c' })])
    const [, , small] = told.byProgramme
    expect(small).toMatchObject({ key: 'c', all: null, days: null })
    expect(told.byProgramme.filter(({ all }) => all === null).length).toBeGreaterThan(1)
    expect(told.total.days).toBeNull()
    expect(told.isHidden).toBe(true)
  })

  it('never show a count from 1 to 4, nor days beside one', () => {
    const facts = fc.array(
      fc.record({
        code: fc.constantFrom(...BARRIER_CODES),
        level: fc.constantFrom(...BARRIER_LEVELS),
        serviceId: fc.constantFrom('a', 'b', null),
        since: fc.constantFrom(day('2026-03-01'), null),
        resolvedOn: fc.constantFrom(day('2026-03-20'), null),
        isOwn: fc.constant(false),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(facts, (given) => {
        const { total, byProgramme, byCode, byLevel } = report(given)
        for (const line of [total, ...byProgramme, ...byCode, ...byLevel]) {
          for (const count of [line.all, line.standing, line.resolved])
            expect(count === null || count === 0 || count >= 5).toBe(true)
          if (line.all === null) expect(line.days).toBeNull()
        }
      }),
      { numRuns: 40 },
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
