import { findTotals } from '@throughcare/db/continuity/totals-repository'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { countIndicator } from '@throughcare/domain/continuity/count-indicator'
import { CATEGORY_OF_INDICATOR } from '@throughcare/domain/continuity/indicator-categories'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContinuityScene, openContinuityScene } from '../../testing/continuity-scene.ts'
import { compareFigures } from './compare-figures.ts'
import { followFigures, rebuildFigures } from './follow-figures.ts'
import { measureReleases } from './measure-releases.ts'

const FIGURES = [
  'dose-within-48-hours',
  'treatment-within-21-days',
  'naloxone-at-the-gate',
  'acknowledged-before-release',
  'first-night-bed',
] as const satisfies readonly Indicator[]

let scene: ContinuityScene
beforeAll(async () => {
  scene = await openContinuityScene()
})
afterAll(() => scene.close())

const WHO: CastPerson[] = [
  'northgateNurse',
  'northgateManager',
  'eastfieldNurse',
  'harbourWorker',
  'havenWorker',
  'regionManager',
]

describe('what pages read', () => {
  it('is what each case counts, for a prison, a service and a region, and after everything is counted anew', async () => {
    // The scene has had them counted already.
    expect(await followFigures()).toBe(0)
    for (const who of WHO) expect([who, await rolledUp(who)]).toEqual([who, await counted(who)])
    expect(await rebuildFigures()).toBe(38)
    for (const who of WHO) expect([who, await rolledUp(who)]).toEqual([who, await counted(who)])
    expect(await compareFigures()).toEqual({ compared: expect.any(Number), differing: [] })
  })

  it('is found out by night where it is not what the events say, told to an administrator, and counted anew', async () => {
    const jobs = () =>
      scene.owner.query(`select 1 from pgboss.job where name = 'rebuild-figures' and state = 'created'`)
    const told = async () => (await scene.as(scene.people.administrator).job.board()).figuresDifferSince
    expect([await told(), (await jobs()).rowCount]).toEqual([null, 0])
    await scene.owner.query(
      `update counted_total set counts[1] = counts[1] + 1 where scope_id = $1 and breakdown = 'all' and family = 'rate' and category = ''
       and month = '2026-03'`,
      [scene.services.northgate],
    )
    const { differing } = await compareFigures()
    expect(differing).toMatchObject([{ scopeId: scene.services.northgate, month: '2026-03' }])
    expect([await told(), (await jobs()).rowCount]).toEqual([expect.any(Date), 1])
    await rebuildFigures()
    expect((await compareFigures()).differing).toEqual([])
    expect(await told()).toBeNull()
  })
})

async function rolledUp(who: CastPerson): Promise<string[]> {
  const { totals } = await findTotals(
    scene.people[who],
    [{ measures: FIGURES, breakdowns: ['all'], from: '2025-01', to: '2026-12', byMonth: true }],
    'continuity.report',
  )
  return totals.map((each) => `${each.month} ${each.measure} ${each.outcome} ${each.detail} ${each.count}`).toSorted()
}

async function counted(who: CastPerson): Promise<string[]> {
  const { releases, now } = await measureReleases(scene.people[who], 'continuity.report')
  const counts = releases.flatMap(({ month, facts, categories }) =>
    FIGURES.filter((indicator) => categories.includes(CATEGORY_OF_INDICATOR[indicator])).flatMap((indicator) =>
      countIndicator(indicator, facts, now).map(({ outcome, detail }) => `${month} ${indicator} ${outcome} ${detail}`),
    ),
  )
  return [...Map.groupBy(counts, (each) => each)].map(([each, all]) => `${each} ${all.length}`).toSorted()
}
