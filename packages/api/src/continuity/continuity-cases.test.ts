import type { CastPerson } from '@throughcare/db/testing/cast'
import { CASES_PER_PAGE } from '@throughcare/domain/continuity/continuity-input'
import { COUNT_OUTCOMES } from '@throughcare/domain/continuity/count-codes'
import type { CountedMeasure } from '@throughcare/domain/continuity/counted-measures'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { type ToldRelease, tellRelease } from '../../testing/told-release.ts'
import { followFigures } from './follow-figures.ts'

const ALL = { from: null, to: null, prisonId: null }

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  const times = async (count: number, told: ToldRelease) => {
    for (let number = 0; number < count; number += 1)
      await tellRelease(scene, { treatment: {}, ...told, name: `${told.name} ${number}` })
  }
  const to = (area: string, service: 'harbour' | 'haven') =>
    ({
      area,
      to: service,
      moves: [
        ['send', -72],
        ['acknowledge', -50],
      ],
    }) as const
  const handoffs = [to('omt', 'harbour'), to('housing', 'haven')]
  const dosed = [{ at: 20, day: '2026-03-28' }]
  await times(24, { name: 'Both', doses: dosed, handoffs })
  await times(12, { name: 'Silent', handoffs: [to('omt', 'harbour')] })
  await times(16, { name: 'Long ago', releasedAt: new Date('2026-02-10T10:00:00Z'), handoffs: [to('omt', 'harbour')] })
  await times(15, { name: 'Eastfield', prison: 'eastfield', releasedAt: new Date('2026-04-02T10:00:00Z') })
  await scene.setClock(new Date('2026-04-20T09:00:00Z'))
  await followFigures()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who]).continuity
const reportOf = (who: CastPerson, selection = {}) => as(who).report({ ...ALL, ...selection })
const figureOf = async (who: CastPerson, indicator: Indicator, selection = {}) => {
  const figure = (await reportOf(who, selection)).figures.find((each) => each.indicator === indicator)
  if (figure?.state !== 'collected') throw new Error(`${indicator} is ${figure?.state}`)
  return figure
}

/** A figure that counts releases, one that counts handoffs, and a step of the flow. */
const OPENED: readonly CountedMeasure[] = ['dose-within-48-hours', 'acknowledged-before-release', 'flow-acknowledged']

describe('A22: what a count opens', () => {
  it('each way of counting opens the rows that it counted, and what is listed under them is all of its outcome', async () => {
    let listed = 0
    for (const indicator of ['dose-within-48-hours', 'acknowledged-before-release'] as const) {
      const { details } = await figureOf('northgateManager', indicator)
      for (const outcome of COUNT_OUTCOMES) {
        const ask = { ...ALL, indicator, outcome, page: 1 }
        const all = await as('northgateManager').cases(ask)
        const ways = details.filter((each) => each.outcome === outcome)
        const opened = await Promise.all(
          ways.map(async ({ detail, count }) => ({
            detail,
            count,
            ...(await as('northgateManager').cases({ ...ask, detail })),
          })),
        )
        for (const { detail, count, cases, open, closed } of opened) {
          expect(cases.every((each) => each.detail === detail)).toBe(true)
          if (count !== 'hidden') expect([detail, open + Number(closed)]).toEqual([detail, count])
        }
        expect(opened.reduce((sum, { open }) => sum + open, 0)).toBe(all.open)
        listed += all.open
      }
    }
    expect(listed).toBeGreaterThan(40)
    // A way that the figure does not have is nobody's, and tells nothing.
    const none = { ...ALL, indicator: 'dose-within-48-hours', outcome: 'met', detail: 'nowhere', page: 1 } as const
    expect(await as('northgateManager').cases(none)).toMatchObject({ open: 0, closed: 'hidden' })
  })

  it('exactly the rows that it counted: open ones by name, the others as a number', async () => {
    for (const [who, figures] of [
      ['northgateManager', OPENED],
      ['harbourWorker', OPENED.slice(0, 1)],
    ] as const)
      for (const indicator of figures) {
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
          expect(opened.cases).toHaveLength(Math.min(opened.open, CASES_PER_PAGE))
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
    expect(opened).toMatchObject({ counts: { unknown: 28 }, open: 12, closed: 16 })
    expect(opened.cases.every(({ familyName }) => familyName.startsWith('Silent'))).toBe(true)
    const met = await as('northgateNurse').cases({ ...ALL, indicator: 'dose-within-48-hours', outcome: 'met', page: 1 })
    expect(met).toMatchObject({ open: 24, closed: 0 })
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
    expect(opened.cases).toHaveLength(24)
    expect(new Set(opened.cases.map(({ area }) => area))).toEqual(new Set(['housing']))
  })

  it('of a step of the flow and of one group: who was let go on a Friday', async () => {
    const of = { ...ALL, indicator: 'flow-acknowledged', outcome: 'met', breakdown: 'weekday', page: 1 } as const
    const friday = await as('northgateNurse').cases({ ...of, group: 'friday' })
    expect(friday.open).toBe(36)
    expect(friday.closed).toBe(friday.counts.met === 'hidden' ? 'hidden' : friday.counts.met - 36)
    expect(new Set(friday.cases.map(({ releasedOn }) => releasedOn))).toEqual(new Set(['2026-03-27']))
    // Longer ago than thirty days: counted, and open to nobody here any more.
    const other = await as('northgateNurse').cases({ ...of, group: 'other-day' })
    expect([other.open, other.closed]).toEqual([0, other.counts.met])
    expect(await as('northgateNurse').cases({ ...of, group: 'nobody-has-this' })).toMatchObject({
      open: 0,
      closed: 'hidden',
    })
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
      { action: 'continuity.cases', n: 24 },
    ])
  })
})

describe('filters', () => {
  it('choose months, and add up what is shown of them', async () => {
    const whole = await figureOf('northgateManager', 'dose-within-48-hours')
    expect(whole.byMonth.map(({ month, counted }) => [month, counted])).toEqual([
      // An empty month is taken together with the next smallest: what is in neither would tell the other.
      ['2026-02', 'hidden'],
      ['2026-03', 36],
      ['2026-04', 'hidden'],
    ])
    const march = await figureOf('northgateManager', 'dose-within-48-hours', { from: '2026-03', to: '2026-03' })
    expect(march.figure).toMatchObject({ met: 24, counted: 36, rate: { kind: 'rate' } })
    expect(march.details).toEqual([])
  })

  it('choose one prison over the whole period', async () => {
    const eastfield = await figureOf('regionManager', 'dose-within-48-hours', { prisonId: scene.services.eastfield })
    expect(eastfield).toMatchObject({ figure: { met: 0, unknown: 15, counted: 15 }, byMonth: [] })
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
