import { type AskedTotals, findTotals } from '@throughcare/db/continuity/totals-repository'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { RELEASED_MEASURE } from '@throughcare/domain/continuity/flow/flow-steps'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContinuityScene, openContinuityScene } from '../../testing/continuity-scene.ts'
import { followFigures } from './follow-figures.ts'

let scene: ContinuityScene
beforeAll(async () => {
  scene = await openContinuityScene()
})
afterAll(() => scene.close())

const whole = { measures: [RELEASED_MEASURE], breakdowns: ['all'], from: null, to: null, byMonth: false }
const ASKED: AskedTotals[] = [whole, { ...whole, isOwn: true }]

const ask = (who: CastPerson, seal: string | null = null) =>
  findTotals(scene.people[who], ASKED, 'continuity.report', seal)
const page = (who: CastPerson) =>
  scene.as(scene.people[who]).continuity.report({ from: null, to: null, prisonId: null })

/** What makes the figures of Northgate's nurse otherwise, or what can be seen of them. */
const CHANGES: [string, (episodeId: string) => Promise<unknown>][] = [
  [
    'a release counts otherwise',
    async (id) => {
      await scene.owner.query(
        `insert into outcome (id, episode_id, service_id, recorded_at, recorded_by, kind, at, category)
         select gen_random_uuid(), id, $2::uuid, app.now(), $3::uuid, 'back-in-custody', app.now(), 'release' from custody_episode where id = $1`,
        [id, scene.services.harbour, scene.people.harbourWorker.accountId],
      )
      await followFigures()
    },
  ],
  [
    'a case is open to the reader no more',
    (id) =>
      scene.owner.query(`update case_part set until = app.now() where episode_id = $1 and service_id = $2`, [
        id,
        scene.services.northgate,
      ]),
  ],
  [
    'a record is restricted',
    (id) =>
      scene.owner.query(
        `with made as (insert into restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
           select gen_random_uuid(), e.person_id, 'threatened', '2026-09-01', app.now(), $2, $3 from custody_episode e where e.id = $1
           returning id, person_id)
         insert into restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
         select gen_random_uuid(), id, person_id, $2, $3, app.now(), $2 from made`,
        [id, scene.people.northgateNurse.accountId, scene.services.northgate],
      ),
  ],
  [
    'a prison is called otherwise',
    () => scene.owner.query(`update service set name = name || ' again' where id = $1`, [scene.services.northgate]),
  ],
]

describe('figures are worked out again', () => {
  it('not while nothing has changed: the seal is the same, and nothing is told again', async () => {
    const { seal, counted } = await ask('northgateNurse')
    expect(counted?.totals.some(({ isOwn }) => isOwn)).toBe(true)
    expect(await ask('northgateNurse', seal)).toMatchObject({ seal, counted: null })
    expect((await ask('northgateNurse', 'another')).counted).toEqual(counted)
    const first = await page('northgateNurse')
    expect({ ...(await page('northgateNurse')), countedAt: first.countedAt }).toEqual(first)
  })

  it('for nobody by the seal of somebody else', async () => {
    const seals = await Promise.all(
      (['northgateNurse', 'eastfieldNurse', 'harbourWorker', 'regionManager'] as const).map((who) => ask(who)),
    )
    expect(new Set(seals.map(({ seal }) => seal)).size).toBe(4)
  })

  it.each(CHANGES)('when %s', async (_, change) => {
    const episodeId = [...scene.ids.values()][CHANGES.findIndex(([what]) => what === _)] ?? ''
    const before = await ask('northgateNurse')
    await change(episodeId)
    const after = await ask('northgateNurse', before.seal)
    expect(after.seal).not.toBe(before.seal)
    expect(after.counted).not.toBeNull()
  })

  it('and the page then says what the record says', async () => {
    const before = await page('northgateNurse')
    await scene.owner.query(`delete from counted_release where scope_id = $1`, [scene.services.northgate])
    const after = await page('northgateNurse')
    expect(before.figures.some(({ state }) => state === 'collected')).toBe(true)
    expect(after.figures.every(({ state }) => state !== 'collected')).toBe(true)
  })
})
