import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportsOf, type Tally, tallyCases } from '../../testing/continuity/tally-cases.ts'
import { chain, hoursOut, releaseFacts } from '../../testing/continuity-releases.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import type { FigureRow, IndicatorReport } from './continuity-report.ts'
import { INDICATOR_TABLE, INDICATORS } from './indicators.ts'
import { rateOf } from './rate.ts'
import type { ShownCount } from './small-counts.ts'

const now = new Date('2026-09-01T08:00:00Z')
const scope = { months: ['2026-04', '2026-05'], prisonIds: ['ila', 'halden'] }
const may = new Date('2026-05-04T08:00:00Z')

/** So many releases alike. */
function releases(count: number, prisonId: string, facts: Partial<ContinuityFacts>) {
  return Array.from({ length: count }, () => ({ prisonId, facts: releaseFacts(facts) }))
}

function reportOf(cases: { prisonId: string; facts: ContinuityFacts }[], indicator: IndicatorReport['indicator']) {
  const report = reportsOf(tallyCases(cases, now), scope).find((each) => each.indicator === indicator)
  if (!report) throw new Error(`no report of ${indicator}`)
  return report
}

const dosed: Partial<ContinuityFacts> = { dosesOutside: [{ givenAt: hoursOut(3), way: 'supervised' }] }
const late: Partial<ContinuityFacts> = { dosesOutside: [{ givenAt: hoursOut(60), way: 'supervised' }] }

describe('a rate (rule FIG-6)', () => {
  it.each([
    [0, 0, { kind: 'nobody' }],
    [9, 9, { kind: 'too-few' }],
    [0, 10, { kind: 'rate', share: 0, interval: { lower: 0, upper: 0.277532799862889 }, met: 0, denominator: 10 }],
    [10, 10, { kind: 'rate', share: 1, interval: { lower: 0.722467200137111, upper: 1 }, met: 10, denominator: 10 }],
    [
      5,
      10,
      {
        kind: 'rate',
        share: 0.5,
        interval: { lower: 0.236593090512564, upper: 0.763406909487436 },
        met: 5,
        denominator: 10,
      },
    ],
  ])('%i of %i', (met, denominator, expected) => {
    const rate = rateOf({ met, denominator })
    const round = (share: number) => Number(share.toFixed(15))
    if (rate.kind !== 'rate') return expect(rate).toEqual(expected)
    const { lower, upper } = rate.interval
    expect({ ...rate, interval: { lower: round(lower), upper: round(upper) } }).toEqual(expected)
  })
})

describe('the continuity page', () => {
  const cases = [
    ...releases(20, 'ila', dosed),
    ...releases(10, 'ila', late),
    ...releases(10, 'ila', {}),
    ...releases(15, 'halden', { ...dosed, releasedAt: may, dosesOutside: [{ givenAt: may, way: 'depot' }] }),
    ...releases(5, 'halden', { releasedAt: may }),
    ...releases(8, 'halden', { isOnTreatment: false, releasedAt: may }),
  ]

  it('adds up by month and by prison, with the unknown below the line', () => {
    const row = {
      met: 20,
      notMet: 10,
      unknown: 10,
      counted: 40,
      rate: { kind: 'rate', share: 0.5, met: 20, denominator: 40 },
    }
    const other = { met: 15, notMet: 0, unknown: 5, counted: 20, rate: { kind: 'rate', share: 0.75 } }
    expect(reportOf(cases, 'dose-within-48-hours')).toMatchObject({
      state: 'collected',
      overall: { met: 35, notMet: 10, unknown: 15, counted: 60, rate: { kind: 'rate', met: 35, denominator: 60 } },
      byMonth: [
        { month: '2026-04', ...row },
        { month: '2026-05', ...other },
      ],
      byPrison: [
        { prisonId: 'ila', ...row },
        { prisonId: 'halden', ...other },
      ],
    })
  })

  it('tells how it was met and who stands beside it', () => {
    const report = reportOf(cases, 'dose-within-48-hours')
    if (report.state !== 'collected') throw new Error('collected')
    expect(report.details.filter(({ count }) => count !== 0)).toEqual([
      { outcome: 'met', detail: 'supervised', count: 20 },
      { outcome: 'met', detail: 'depot', count: 15 },
      { outcome: 'not-met', detail: 'later', count: 10 },
      { outcome: 'unknown', detail: 'nothing-recorded', count: 15 },
      { outcome: 'left-out', detail: 'not-on-treatment', count: 8 },
    ])
  })

  it('says "not collected yet" where nobody recorded anything, and never 0 %', () => {
    expect(reportOf(cases, 'first-night-bed')).toEqual({ indicator: 'first-night-bed', state: 'not-collected-yet' })
    expect(reportOf([], 'first-night-bed')).toEqual({ indicator: 'first-night-bed', state: 'no-cases' })
  })

  it('says so of what nothing records, before anybody is due, and not where nobody was released', () => {
    const of = (state: string) => ({ indicator: 'overdose-recall-at-12-months', state })
    expect(reportOf(cases, 'overdose-recall-at-12-months')).toEqual(of('not-collected-yet'))
    expect(reportOf([], 'overdose-recall-at-12-months')).toEqual(of('no-cases'))
  })

  it('as many met as not met is collected', () => {
    const report = reportOf([...releases(20, 'ila', dosed), ...releases(20, 'ila', late)], 'dose-within-48-hours')
    expect(report).toMatchObject({ state: 'collected', overall: { rate: { share: 0.5 } } })
  })

  it('tells nothing of a month in which nobody was counted, nor of the one that is left', () => {
    const report = reportOf(releases(20, 'ila', dosed), 'dose-within-48-hours')
    expect(report).toMatchObject({
      overall: { counted: 20 },
      byMonth: [{ counted: 'hidden' }, { month: '2026-05', counted: 'hidden', rate: { kind: 'hidden' } }],
    })
  })

  it('a figure of which everybody stands beside it has nobody below the line', () => {
    const report = reportOf(releases(20, 'ila', { releaseKind: 'unplanned' }), 'acknowledged-before-release')
    expect(report).toMatchObject({ state: 'collected', overall: { counted: 0, rate: { kind: 'nobody' } } })
  })

  it('counts chains of handoffs and not people', () => {
    const acknowledged = chain({ acknowledgedAt: hoursOut(-20), acknowledgedBy: 'fallback' })
    const report = reportOf(
      releases(10, 'ila', { handoffs: [acknowledged, acknowledged, chain()] }),
      'acknowledged-before-release',
    )
    expect(report).toMatchObject({ overall: { met: 20, notMet: 10, unknown: 0, counted: 30 } })
  })

  it('puts a release into the month of the prison calendar', () => {
    const midnight = releases(1, 'ila', { releasedAt: new Date('2026-04-30T22:30:00Z') })
    expect(new Set(tallyCases(midnight, now).map(({ month }) => month))).toEqual(new Set(['2026-05']))
  })
})

function rowsOf(report: Extract<IndicatorReport, { state: 'collected' }>): FigureRow[] {
  return [report.overall, ...report.byMonth, ...report.byPrison]
}

describe('small counts on the page (rule FIG-7)', () => {
  it('are hidden with what would tell them, and a rate with them', () => {
    const cases = [
      ...releases(20, 'ila', dosed),
      ...releases(3, 'ila', late),
      ...releases(30, 'halden', {
        ...late,
        releasedAt: may,
        dosesOutside: [{ givenAt: new Date('2026-05-09T08:00:00Z'), way: 'supervised' }],
      }),
    ]
    const report = reportOf(cases, 'dose-within-48-hours')
    if (report.state !== 'collected') throw new Error('collected')
    expect(report.byPrison[0]).toMatchObject({ met: 'hidden', notMet: 'hidden', rate: { kind: 'hidden' } })
    expect(JSON.stringify(report)).not.toMatch(/"notMet":3[,}]/)
  })

  it('a death is never told apart from a return to custody', () => {
    const cases = [
      ...releases(30, 'ila', dosed),
      ...releases(6, 'ila', { diedAt: hoursOut(10) }),
      ...releases(6, 'ila', { backInCustodyAt: hoursOut(10) }),
    ]
    const report = reportOf(cases, 'dose-within-48-hours')
    if (report.state !== 'collected') throw new Error('collected')
    expect(report.details).toContainEqual({ outcome: 'left-out', detail: 'died-or-back-in-custody', count: 12 })
    expect(JSON.stringify(report)).not.toContain('"died"')
  })

  it('two who stand beside one figure cannot be read from another that counts everybody', () => {
    const bed = { firstNight: 'confirmed-bed' } as const
    const cases = [
      ...releases(30, 'ila', { ...dosed, ...bed }),
      ...releases(2, 'ila', { ...bed, isOnTreatment: false }),
      ...releases(30, 'halden', { ...dosed, ...bed }),
    ]
    const reports = reportsOf(tallyCases(cases, now), scope)
    const countedAt = (indicator: string): ShownCount | undefined => {
      const report = reports.find((each) => each.indicator === indicator)
      return report?.state === 'collected' ? report.byPrison[0]?.counted : undefined
    }
    expect([countedAt('dose-within-48-hours'), countedAt('first-night-bed')]).toContain('hidden')
  })

  it('never shows a count from 1 to 4, whatever was tallied', () => {
    const counted = fc.constantFrom(
      { outcome: 'met', detail: 'in-hand' },
      { outcome: 'not-met', detail: 'declined' },
      { outcome: 'not-met', detail: 'left-in-prison' },
      { outcome: 'unknown', detail: 'nothing-recorded' },
      { outcome: 'left-out', detail: 'no-need' },
    ) satisfies fc.Arbitrary<Pick<Tally, 'outcome' | 'detail'>>
    const anyTally: fc.Arbitrary<Tally> = fc
      .record({
        indicator: fc.constant('naloxone-at-the-gate'),
        month: fc.constantFrom(...scope.months),
        prisonId: fc.constantFrom(...scope.prisonIds),
        counted,
        count: fc.integer({ min: 0, max: 12 }),
      })
      .map(({ counted: way, ...tally }) => ({ ...tally, ...way }))
    fc.assert(
      fc.property(fc.array(anyTally, { maxLength: 20 }), (tallies) => {
        const shown = JSON.stringify(
          reportsOf(tallies, scope).map((report) =>
            report.state === 'collected' ? [report.overall, report.byMonth, report.byPrison] : [],
          ),
        )
        expect(shown).not.toMatch(/"(met|notMet|unknown|counted)":[1-4][,}]/)
        for (const report of reportsOf(tallies, scope))
          for (const { met, counted: below, rate } of report.state === 'collected' ? rowsOf(report) : [])
            expect(rate.kind === 'hidden').toBe(met === 'hidden' || below === 'hidden')
      }),
    )
  })
})

describe('the table of figures', () => {
  it('gives every figure a rule, a definition and what stands above and below the line', () => {
    for (const indicator of INDICATORS) {
      const rule = INDICATOR_TABLE[indicator]
      expect(rule.definitionKey).toBe(`continuity.definition.${indicator}`)
      expect(rule.ruleId).toMatch(/^FIG-\d+$/)
      expect([rule.numerator.length > 20, rule.denominator.length > 10]).toEqual([true, true])
    }
    expect(new Set(INDICATORS.map((indicator) => INDICATOR_TABLE[indicator].ruleId)).size).toBe(INDICATORS.length)
  })
})
