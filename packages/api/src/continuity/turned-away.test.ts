import { asActor } from '@throughcare/db/as-actor'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const OPENED = ['naloxone', 'omt', 'release']

it.each<[HandoffStatus, string[] | null]>([
  ['sent', OPENED],
  ['acknowledged', OPENED],
  ['accepted', OPENED],
  ['in-progress', OPENED],
  ['done', OPENED],
  // Silence counts against whoever was silent, and tells nothing of the treatment.
  ['timed-out', ['release']],
  ['rejected', null],
  ['returned', null],
  ['revoked', null],
  // Rejected, and then closed by its sender.
  ['closed', null],
  ['draft', null],
])('of a case whose handoff is %s the figures of the service that was asked read %j', async (status, expected) => {
  const { episodeId } = await handoffInStatus(scene, status)
  await scene.owner.query(
    `update custody_episode set released_at = app.now() - interval '1 hour', learned_at = app.now(),
       release_recorded_at = app.now(), release_kind = 'planned', ended_on = app.now()::date, ended_because = 'released' where id = $1`,
    [episodeId],
  )
  const rows = await asActor(
    scene.people.harbourWorker,
    ({ tx }) =>
      tx.$queryRaw<{ categories: string[] }[]>`
        select categories from app.continuity_facts('2026-03-01', '2026-03-31') where episode_id = ${episodeId}::uuid`,
  )
  expect(rows[0]?.categories.toSorted() ?? null).toEqual(expected)
})
