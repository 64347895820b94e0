import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const last = async (actor: Actor) => {
  const { rows } = await scene.owner.query(
    `select action, outcome, episode_ids as cases, relations from audit_entry where account_id = $1 order by at desc, id desc limit 1`,
    [actor.accountId],
  )
  return rows[0]
}

it('U12: whoever opens a case is in the trail with their part in it, at that moment', async () => {
  const one = await scene.aCase()
  const handoffId = await scene.aHandoff(one)
  const { northgateNurse, harbourWorker, riversideWorker } = scene.people
  const open = (actor: Actor) => scene.as(actor).carePlan.byEpisode({ episodeId: one.episodeId })
  const entry = (relation: string) => ({
    action: 'care-plan.by-episode',
    cases: [one.episodeId],
    relations: [relation],
  })

  await open(northgateNurse)
  expect(await last(northgateNurse)).toMatchObject(entry('own'))
  await open(harbourWorker)
  expect(await last(harbourWorker)).toMatchObject(entry('offered'))
  await scene.as(harbourWorker).handoff.acknowledge({ handoffId, seenVersion: 0, requestId: randomUUID() })
  await open(harbourWorker)
  expect(await last(harbourWorker)).toMatchObject(entry('accepted'))
  // Turned away: the trail holds the id that was asked for, and no part.
  await expect(open(riversideWorker)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await last(riversideWorker)).toMatchObject({ outcome: 'denied', cases: [], relations: [] })
})

it('U12: a list says it of each case, and an emergency look is told apart', async () => {
  const one = await scene.aCase({ familyName: 'Keane' })
  const two = await scene.aCase({ familyName: 'Keane' })
  await scene.aHandoff(one, { status: 'accepted' })
  await scene.aHandoff(two, { area: 'health' })
  await scene.as(scene.people.harbourWorker).person.search({ text: 'keane', limit: 10 })
  const { cases, relations } = await last(scene.people.harbourWorker)
  const told = Object.fromEntries(cases.map((id: string, place: number) => [id, relations[place]]))
  expect(told).toEqual({ [one.episodeId]: 'accepted', [two.episodeId]: 'offered' })

  await scene.owner.query(
    `insert into break_glass (id, account_id, service_id, reason, basis, because, episode_id, person_id, at, until, review_due_at)
     values (gen_random_uuid(), $4, $1, 'life-at-risk', 'vital-interests', 'lies in the doorway', $2, $3, app.now(),
       app.now() + interval '1 hour', app.now() + interval '1 day')`,
    [scene.services.riverside, one.episodeId, one.personId, scene.people.riversideWorker.accountId],
  )
  await scene.as(scene.people.riversideWorker).person.search({ text: 'keane', limit: 10 })
  expect(await last(scene.people.riversideWorker)).toMatchObject({ cases: [one.episodeId], relations: ['break-glass'] })
})

it('nobody writes their own part into the trail', async () => {
  const one = await scene.aCase()
  const { riversideWorker } = scene.people
  await asActor(riversideWorker, ({ tx }) =>
    tx.auditEntry.createMany({
      data: [
        {
          ...{ id: newId(), accountId: riversideWorker.accountId, serviceId: riversideWorker.serviceId },
          ...{
            role: riversideWorker.role,
            action: 'x',
            episodeIds: [one.episodeId],
            relations: ['own'],
            personIds: [],
            fields: [],
          },
        },
      ],
    }),
  )
  expect(await last(riversideWorker)).toMatchObject({ relations: ['none'] })
})
