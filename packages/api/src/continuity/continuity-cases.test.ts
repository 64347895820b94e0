import type { CastPerson } from '@throughcare/db/testing/cast'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import { INDICATORS, type Indicator } from '@throughcare/domain/continuity/indicators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContinuityScene, openContinuityScene } from '../../testing/continuity-scene.ts'

const ALL = { from: null, to: null, prisonId: null }

let scene: ContinuityScene
beforeAll(async () => {
  scene = await openContinuityScene()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who]).continuity
const reportOf = (who: CastPerson, selection = {}) => as(who).report({ ...ALL, ...selection })
const figureOf = async (who: CastPerson, indicator: Indicator, selection = {}) => {
  const figure = (await reportOf(who, selection)).figures.find((each) => each.indicator === indicator)
  if (figure?.state !== 'collected') throw new Error(`${indicator} is ${figure?.state}`)
  return figure
}

describe('A22: what a count opens', () => {
  it('exactly the rows that it counted: open ones by name, the others as a number', async () => {
    for (const who of ['northgateNurse', 'northgateManager', 'harbourWorker'] as const)
      for (const indicator of INDICATORS) {
        const report = (await reportOf(who)).figures.find((each) => each.indicator === indicator)
        for (const outcome of COUNT_OUTCOMES) {
          const opened = await as(who).cases({ ...ALL, indicator, outcome, page: 1 })
          const shown = opened.counts[outcome]
          if (shown === 'hidden') expect(opened.closed).toBe('hidden')
          else
            expect([who, indicator, outcome, opened.open + Number(opened.closed)]).toEqual([
              who,
              indicator,
              outcome,
              shown,
            ])
          if (report?.state === 'collected' && outcome === 'met') expect(shown).toBe(report.figure.met)
          expect(opened.cases).toHaveLength(opened.open)
        }
      }
  })

  it('to a prison until thirty days after the release, and then only as a number', async () => {
    const opened = await as('northgateNurse').cases({
      ...ALL,
      indicator: 'dose-within-48-hours',
      outcome: 'unknown',
      page: 1,
    })
    expect(opened).toMatchObject({ counts: { unknown: 6 }, cases: [], open: 0, closed: 6 })
    const met = await as('northgateNurse').cases({ ...ALL, indicator: 'dose-within-48-hours', outcome: 'met', page: 1 })
    expect(met).toMatchObject({ open: 21, closed: 0 })
    expect(met.cases[0]).toMatchObject({
      familyName: 'Both 0',
      releasedOn: '2026-03-27',
      prisonName: 'HMP Northgate',
      detail: 'supervised',
      area: null,
    })
  })

  it('to a service whom its own part names: the handoff’s area stands beside a chain', async () => {
    const opened = await as('havenWorker').cases({
      ...ALL,
      indicator: 'acknowledged-before-release',
      outcome: 'met',
      page: 1,
    })
    expect(opened.cases).toHaveLength(19)
    expect(new Set(opened.cases.map(({ area }) => area))).toEqual(new Set(['housing']))
  })

  it('is written into the trail with the cases that were shown; figures name nobody', async () => {
    await as('northgateNurse').cases({ ...ALL, indicator: 'dose-within-48-hours', outcome: 'met', page: 1 })
    await reportOf('northgateNurse')
    const { rows } = await scene.owner.query<{ action: string; n: number }>(
      `select action, cardinality(episode_ids) as n from audit_entry where account_id = $1 order by at desc limit 2`,
      [scene.people.northgateNurse.accountId],
    )
    expect(rows).toEqual([
      { action: 'continuity.report', n: 0 },
      { action: 'continuity.cases', n: 21 },
    ])
  })
})

describe('filters', () => {
  it('choose months, and add up what is shown of them', async () => {
    const whole = await figureOf('northgateManager', 'dose-within-48-hours')
    expect(whole.byMonth.map(({ month, counted }) => [month, counted])).toEqual([
      ['2026-02', 6],
      ['2026-03', 21],
      ['2026-04', 0],
    ])
    const march = await figureOf('northgateManager', 'dose-within-48-hours', { from: '2026-03', to: '2026-03' })
    expect(march.figure).toMatchObject({ met: 21, counted: 21, rate: { kind: 'rate', share: 1 } })
    expect(march.details).toEqual([])
  })

  it('choose one prison over the whole period', async () => {
    const eastfield = await figureOf('regionManager', 'dose-within-48-hours', { prisonId: scene.services.eastfield })
    expect(eastfield).toMatchObject({ figure: { met: 0, unknown: 11, counted: 11 }, byMonth: [] })
    expect(
      (await reportOf('regionManager', { prisonId: scene.services.eastfield, from: '2026-03' })).selection,
    ).toMatchObject({ from: '2026-02', to: '2026-04' })
  })

  it('show nothing of a prison that is not in the scope', async () => {
    const elsewhere = await figureOf('northgateManager', 'dose-within-48-hours', { prisonId: scene.services.eastfield })
    expect(elsewhere.figure).toMatchObject({ counted: 0, rate: { kind: 'nobody' } })
    const opened = await as('northgateManager').cases({
      ...ALL,
      prisonId: scene.services.eastfield,
      indicator: 'dose-within-48-hours',
      outcome: 'unknown',
      page: 1,
    })
    expect([opened.open, opened.counts.unknown]).toEqual([0, 0])
  })

  it.each([
    [{ from: '2026-13' }, 'from'],
    [{ from: 'yesterday' }, 'from'],
    [{ prisonId: 'x' }, 'prisonId'],
  ])('refuse %j', async (selection, field) => {
    const asked = scene.as(scene.people.northgateManager).continuity.report({ ...ALL, ...selection })
    await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST', cause: { issues: [{ path: [field] }] } })
  })
})
