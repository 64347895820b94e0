import { asActor } from '@throughcare/db/as-actor'
import type { CastPerson } from '@throughcare/db/testing/cast'
import type { Curve } from '@throughcare/domain/continuity/curve/curves'
import type { CurveBreakdown } from '@throughcare/domain/continuity/curve/curves-input'
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
const refusal = async (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: { cause?: { code?: string } }) => error.cause?.code ?? 'other',
  )

describe('whose releases are counted', () => {
  it.each<[CastPerson, string, number]>([
    ['northgateNurse', 'prison', 27],
    ['northgateManager', 'prison', 27],
    ['eastfieldNurse', 'prison', 11],
    ['harbourWorker', 'service', 18],
    ['harbourManager', 'service', 18],
    ['havenWorker', 'service', 19],
    ['regionManager', 'region', 38],
  ])('%s: a %s with %i', async (who, scope, counted) => {
    const page = await reportOf(who)
    const night = page.figures.find(({ indicator }) => indicator === 'first-night-bed')
    const rows = await asService(who)
    expect([page.scope, rows.length]).toEqual([scope, counted])
    // Nobody has recorded a first night: it is not 0 %. To Harbour nobody was handed with a home to know of.
    expect(night?.state).toBe(who.startsWith('harbour') ? 'no-cases' : 'not-collected-yet')
  })

  it('of a service only those that were handed to it: what was taken back is not, nor what it rejected', async () => {
    const rows = await asService('harbourWorker')
    const mine = new Set(rows.map((row) => row.episode_id))
    expect([mine.has(scene.ids.get('Taken back') ?? ''), mine.has(scene.ids.get('Rejected') ?? '')]).toEqual([
      false,
      false,
    ])
    expect(await asService('riversideWorker')).toEqual([])
    expect((await reportOf('riversideWorker')).figures.every(({ state }) => state === 'no-cases')).toBe(true)
  })

  it('of a region counts only: no case has an id, and nothing names anybody', async () => {
    const rows = await asService('regionManager')
    expect(rows.every((row) => row.episode_id === null)).toBe(true)
    const told = JSON.stringify([rows, await reportOf('regionManager')])
    for (const name of ['Both', 'Housing', 'Eastfield 1', 'Luc', ...scene.ids.values()])
      expect(told).not.toContain(name)
    expect(
      await refusal(as('regionManager').cases({ ...ALL, indicator: 'first-night-bed', outcome: 'met', page: 1 })),
    ).toBe('not-allowed')
    expect((await reportOf('regionManager')).opensCases).toBe(false)
  })

  it('of an administrator nothing at all', async () => {
    expect(await refusal(reportOf('administrator'))).toBe('not-allowed')
    expect(await asService('administrator')).toEqual([])
    expect(await refusal(scene.as(null).continuity.report(ALL))).toBe('not-signed-in')
  })
})

describe('which figures are open', () => {
  // What is about couples is closed to every manager.
  const ofManagers = INDICATORS.filter((indicator) => indicator !== 'both-partners-in-treatment')
  const ofHomes = [
    'supporter-kit-within-7-days',
    'acknowledged-before-release',
    'first-night-bed',
    'benefits-claimed-by-day-3',
  ] as const
  it.each<[CastPerson, readonly Indicator[]]>([
    ['northgateManager', ofManagers],
    ['harbourWorker', INDICATORS],
    ['regionManager', ofManagers],
    ['havenWorker', ofHomes],
    ['benefitsWorker', ofHomes],
    [
      'millLaneWorker',
      [
        'dose-within-48-hours',
        'c20-treatment-within-3-weeks',
        'no-gap-of-three-days',
        'treatment-within-21-days',
        'naloxone-at-the-gate',
        'acknowledged-before-release',
        'pack-at-unplanned-release',
      ],
    ],
  ])('to %s', async (who, indicators) => {
    expect((await reportOf(who)).figures.map(({ indicator }) => indicator)).toEqual(indicators)
  })

  it('a housing service learns of no treatment, by the figure, by its cases or from the database', async () => {
    expect(
      await refusal(as('havenWorker').cases({ ...ALL, indicator: 'dose-within-48-hours', outcome: 'met', page: 1 })),
    ).toBe('not-allowed')
    const rows = await asService('havenWorker')
    for (const { facts, categories } of rows)
      expect([
        facts.isInForce,
        facts.coverAtRelease,
        facts.dosesOutside,
        facts.kits,
        facts.answers,
        categories.includes('omt'),
      ]).toEqual([false, null, [], [], {}, false])
  })

  it('a figure counts those in whose case it may know: the drug service was handed treatment for eighteen', async () => {
    const dose = await figureOf('harbourWorker', 'dose-within-48-hours')
    expect(dose.figure).toMatchObject({ met: 12, unknown: 6, counted: 18 })
  })
})

describe('curves of time', () => {
  const curvesOf = (who: CastPerson, curve: Curve | null, breakdown: CurveBreakdown | null = null) =>
    as(who).curves({ curve, breakdown })

  it('are drawn from the releases of the own scope', async () => {
    const { overall, months } = await curvesOf('regionManager', 'first-dose')
    expect(months).toEqual({ first: '2024-05', last: '2026-04' })
    expect(overall).toMatchObject({ people: 40, median: { after: 12, by: 24 } })
    // 21 of 38 had a dose 20 hours after the gate, told as 20 of 40; nobody else had one.
    expect(overall?.points.map(({ hours, share }) => [hours, share]).slice(0, 5)).toEqual([
      [0, 0],
      [6, 0],
      [12, 0],
      [24, 0.5],
      [36, 0.5],
    ])
    expect((await curvesOf('eastfieldNurse', 'first-dose')).overall?.points.every(({ share }) => share === 0)).toBe(
      true,
    )
    expect((await curvesOf('riversideWorker', 'first-contact')).overall).toBeNull()
    // Northgate may open 21 of its 27 cases: a curve would tell it of the six that are left.
    expect((await curvesOf('northgateNurse', 'first-dose')).overall).toBeNull()
  })

  it('are told apart where nothing small is told by it', async () => {
    const { breakdowns, groups, prisons } = await curvesOf('regionManager', 'first-dose', 'prison')
    expect(breakdowns).toContain('prison')
    expect(groups?.shown.map(({ value }) => value).toSorted()).toEqual(prisons.map(({ id }) => id).toSorted())
    expect(groups?.logRank).toMatchObject({ kind: 'compared', degrees: 1 })
    // A prison is one prison.
    expect((await curvesOf('northgateNurse', 'first-dose', 'prison')).groups).toBeNull()
  })

  it('of treatment are closed to a housing service, and so is a medicine by which others are told apart', async () => {
    const { curves, breakdowns } = await curvesOf('havenWorker', null)
    expect(curves).toEqual(['first-contact', 'acknowledgement'])
    expect(breakdowns).not.toContain('medicine')
    for (const curve of ['first-dose', 'treatment-start'] as const)
      expect(await refusal(curvesOf('havenWorker', curve))).toBe('not-allowed')
  })
})

/** What the function of the database alone tells somebody, past everything that the application does with it. */
function asService(who: CastPerson) {
  type Row = {
    episode_id: string | null
    categories: string[]
    facts: Record<'isInForce' | 'coverAtRelease' | 'dosesOutside' | 'kits' | 'answers', unknown>
  }
  return asActor(
    scene.people[who],
    ({ tx }) => tx.$queryRaw<Row[]>`select * from app.continuity_facts('2025-01-01', '2026-12-31')`,
  )
}
