import { readFileSync } from 'node:fs'
import { receiveReleaseList } from '@throughcare/api/release-list/receive-release-list'
import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { newId } from '@throughcare/db/uuid'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWorker, type Worker } from './start-worker.ts'

const FILE = new URL('../../../packages/domain/testing/release-list/release-list.csv', import.meta.url)

let scene: Scene
let worker: Worker

beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(new Date('2026-11-21T10:00:00Z'))
  worker = await startWorker(scene.appUrl, pino({ level: 'silent' }))
})
afterAll(async () => {
  await worker.stop()
  await scene.close()
})

describe('the worker', () => {
  it('reads a list, writes it once confirmed, and makes the plans', { timeout: 60_000 }, async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    const { listId } = await receiveReleaseList(
      scene.people.northgateNurse,
      (async function* () {
        yield readFileSync(FILE)
      })(),
    )
    const becomes = (state: string) =>
      vi.waitFor(async () => expect(await nurse.releaseList.preview({ listId })).toMatchObject({ state }), {
        timeout: 20_000,
        interval: 100,
      })
    await becomes('ready')
    const { version, counts } = await nurse.releaseList.preview({ listId })
    await nurse.releaseList.confirm({ listId, requestId: newId(), seenVersion: version })
    await becomes('done')
    await vi.waitFor(async () => expect((await nurse.releaseList.preview({ listId })).plansToMake).toBe(0), {
      timeout: 20_000,
      interval: 100,
    })
    const { rows } = await scene.owner.query(
      `select (select count(*)::int from care_plan) as plans,
         (select count(*)::int from checklist_item i where i.accountable_service_id <> $1) as elsewhere,
         (select count(*)::int from care_plan c where not exists (select 1 from checklist_item i where i.care_plan_id = c.id)) as empty`,
      [scene.services.northgate],
    )
    expect(rows).toEqual([{ plans: counts?.new, elsewhere: 0, empty: 0 }])
  })

  it('seals the trail within seconds of what was done, and finds it whole', { timeout: 60_000 }, async () => {
    const one = await scene.aCase()
    await scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId: one.episodeId })
    await vi.waitFor(
      async () => {
        const { rows } = await scene.owner.query(
          `select count(*)::int as sealed from audit_entry a join audit_seal s on a.id = any (s.entry_ids)
           where $1 = any (a.episode_ids) and s.service_id = $2`,
          [one.episodeId, scene.services.northgate],
        )
        expect(rows).toEqual([{ sealed: 1 }])
      },
      { timeout: 30_000, interval: 200 },
    )
    const { WORK } = await import('./work.ts')
    await WORK['verify-audit']({})
    const { rows } = await scene.owner.query(
      `select fault, entries > 0 as looked, (select count(*)::int from audit_head) as heads from audit_check`,
    )
    expect(rows).toEqual([{ fault: null, looked: true, heads: 1 }])
  })

  it('forgets the lines of a list after 24 hours', async () => {
    const { rows: before } = await scene.owner.query('select count(*)::int as lines from release_list_line')
    expect(before[0].lines).toBeGreaterThan(0)
    await scene.setClock(new Date('2026-11-22T10:30:00Z'))
    const { WORK } = await import('./work.ts')
    await WORK.sweep({})
    const { rows } = await scene.owner.query('select count(*)::int as lines from release_list_line')
    expect(rows).toEqual([{ lines: 0 }])
  })

  it('forgets sessions and tries to sign in thirty days after they were over, and none before', async () => {
    const { WORK } = await import('./work.ts')
    const { owner, people } = scene
    await owner.query(
      `insert into session (id, sid_hash, account_id, created_at, last_seen_at, expires_at, ended_at, ended_because)
       select gen_random_uuid(), sha256(k::text::bytea), $1, app.now() - d, app.now() - d, app.now() - d + interval '12 hours', e,
         case when e is not null then 'signed-out' end
       from (values (1, interval '31 days', null::timestamptz), (2, interval '29 days', null),
         (3, interval '40 days', app.now() - interval '31 days')) as v (k, d, e)`,
      [people.northgateNurse.accountId],
    )
    await owner.query(
      `insert into sign_in_attempt (id, email_hash, ip_hash, at, succeeded)
       select gen_random_uuid(), 'a', 'b', app.now() - d, false from (values (interval '31 days'), (interval '29 days')) as v (d)`,
    )
    const kept = async () =>
      (
        await owner.query(
          `select (select count(*)::int from session where expires_at < app.now()) as over,
             (select count(*)::int from session where expires_at >= app.now()) as going,
             (select count(*)::int from sign_in_attempt) as tries`,
        )
      ).rows[0]
    const before = await kept()
    expect(before).toMatchObject({ over: 3, tries: 2 })
    await WORK.sweep({})
    expect(await kept()).toEqual({ over: 1, going: before.going, tries: 1 })
  })
})
