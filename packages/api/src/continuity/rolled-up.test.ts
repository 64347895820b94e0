import { asActor } from '@throughcare/db/as-actor'
import { findTotals } from '@throughcare/db/continuity/totals-repository'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
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

describe('who reads it', () => {
  it('each scope its own totals, the worker alone what they are counted from, and administrators what was found', async () => {
    for (const who of [...WHO, 'administrator'] as const) {
      const seen = await asActor(scene.people[who], async ({ tx }) => ({
        scopes: await tx.$queryRaw`select distinct scope_id from counted_total`,
        releases: await tx.$queryRaw`select * from counted_release`,
        waiting: await tx.$queryRaw`select * from release_to_count`,
        records: await tx.$queryRaw`select app.counted_records(array(select id from custody_episode))`,
        ids: await tx.$queryRaw`select * from app.releases_behind('2020-01-01', ${NOBODY}::uuid, 100)`,
        second: await tx.$queryRaw`select * from app.second_figures(${[...scene.ids.values()]}::uuid[])`,
        checks: (await tx.$queryRaw<object[]>`select * from figure_check`).length > 0,
      }))
      const mine = who === 'administrator' ? [] : [{ scope_id: scene.people[who].serviceId }]
      expect([who, seen]).toEqual([
        who,
        { scopes: mine, releases: [], waiting: [], records: [], ids: [], second: [], checks: who === 'administrator' },
      ])
    }
  })

  it('of a case handed over for the partner alone, no manager', async () => {
    const [{ n = 0 } = {}] = await scene.owner
      .query<{ n: number }>(`select count(*)::int as n from counted_mark where category = 'partner'`)
      .then(({ rows }) => rows)
    expect(n).toBeGreaterThan(0)
    const seenBy = async (who: CastPerson) =>
      (
        await asActor(
          scene.people[who],
          ({ tx }) => tx.$queryRaw<object[]>`select 1 from counted_total where category = 'partner'`,
        )
      ).length
    expect(await seenBy('northgateNurse')).toBeGreaterThan(0)
    expect([await seenBy('northgateManager'), await seenBy('regionManager')]).toEqual([0, 0])
  })

  it('a restricted record nobody outside its circle, from the very moment, and those inside before and after', async () => {
    const released = async (who: CastPerson) =>
      (await rolledUp(who, ['first-night-bed'])).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
    const before = await released('northgateNurse')
    await scene.owner.query(
      `with made as (insert into restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
         select $1, e.person_id, 'threatened', '2026-09-01', app.now(), $2, $3 from custody_episode e where e.id = $4 returning id, person_id)
       insert into restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
       select $5, id, person_id, $2, $3, app.now(), $2 from made`,
      [newId(), scene.people.northgateNurse.accountId, scene.services.northgate, scene.ids.get('Both 0'), newId()],
    )
    const counts = async () => [
      await released('northgateNurse'),
      await released('northgateSecondNurse'),
      await released('regionManager'),
    ]
    const atOnce = await counts()
    await followFigures()
    expect([atOnce, await counts()]).toEqual([
      [before, before - 1, 37],
      [before, before - 1, 37],
    ])
  })

  it('how fresh it is, moved by a restricted record for those alone who may know of it', async () => {
    await followFigures()
    const since = new Date(Date.now() - 3_600_000)
    const waiting = async (name: string) => {
      await scene.owner.query('delete from release_to_count')
      await scene.owner.query('insert into release_to_count (episode_id, since) values ($1, $2)', [
        scene.ids.get(name),
        since,
      ])
      return whoIsBehind()
    }
    // Both 0 is restricted to the first nurse above.
    expect(await waiting('Both 0')).toEqual(['northgateNurse'])
    expect(await waiting('Both 1')).toEqual(EVERYBODY)
    await scene.owner.query('delete from release_to_count')
    const changing = async (name: string) => {
      await scene.owner.query(
        `update counted_release set changes_at = app.now() - interval '1 hour' where episode_id = $1`,
        [scene.ids.get(name)],
      )
      return whoIsBehind()
    }
    expect(await changing('Both 0')).toEqual(['northgateNurse'])
    expect(await changing('Both 1')).toEqual(EVERYBODY)
    await rebuildFigures()
  })

  it('is without a case that was erased, at once', async () => {
    const before = await rolledUp('eastfieldNurse', ['first-night-bed'])
    await scene.owner.query(`select app.erase_persons(array(select person_id from custody_episode where id = $1))`, [
      scene.ids.get('Eastfield 0'),
    ])
    expect([before, await rolledUp('eastfieldNurse', ['first-night-bed'])]).toEqual([
      ['2026-04 first-night-bed unknown nothing-recorded 11'],
      ['2026-04 first-night-bed unknown nothing-recorded 10'],
    ])
    await followFigures()
    expect((await compareFigures()).differing).toEqual([])
  })
})

const EVERYBODY: CastPerson[] = ['northgateNurse', 'northgateSecondNurse', 'regionManager', 'harbourWorker']

/** To whom it is said that the totals are of half an hour ago or more. */
async function whoIsBehind(): Promise<CastPerson[]> {
  const behind: CastPerson[] = []
  for (const who of EVERYBODY) {
    const { countedUntil, now } = await findTotals(scene.people[who], [], 'continuity.report', null)
    if (now.getTime() - countedUntil.getTime() > 1_800_000) behind.push(who)
  }
  return behind
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

async function rolledUp(who: CastPerson, measures: readonly string[] = FIGURES): Promise<string[]> {
  const { counted: found } = await findTotals(
    scene.people[who],
    [{ measures, breakdowns: ['all'], from: '2025-01', to: '2026-12', byMonth: true }],
    'continuity.report',
    null,
  )
  return (found?.totals ?? [])
    .map((each) => `${each.month} ${each.measure} ${each.outcome} ${each.detail} ${each.count}`)
    .toSorted()
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
