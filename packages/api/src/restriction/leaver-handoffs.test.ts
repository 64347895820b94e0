import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Restricted to Lea Brandt at Harbour, who has the handoff; neither the administrator nor Sam Osei is in the circle. */
async function heldByLea(familyName: string, number: string): Promise<{ handoffId: string; episodeId: string }> {
  const one = await scene.aCase({ familyName, givenNames: 'Ana', number })
  const handoffId = await scene.aHandoff(one, { status: 'accepted', worker: 'harbourSecondWorker' })
  const item = await scene.anItem(one, { area: 'omt', code: 'dose-tomorrow' })
  const { accountId, serviceId } = scene.people.harbourSecondWorker
  await scene.owner.query('update checklist_item set accountable_service_id = $2, assigned_to = $3 where id = $1', [
    item,
    serviceId,
    accountId,
  ])
  await scene.as(scene.people.northgateNurse).restriction.set({
    episodeId: one.episodeId,
    requestId: newId(),
    reason: 'threatened',
    reviewOn: '2026-06-01' as never,
    circle: [{ accountId, serviceId }],
  })
  return { handoffId, episodeId: one.episodeId }
}

const workerOf = async (handoffId: string) =>
  (
    await scene.owner.query<{ status: string; worker_id: string | null }>(
      'select status, worker_id from handoff where id = $1',
      [handoffId],
    )
  ).rows[0]

async function endLea(heldTo: string | null) {
  const { accountId, membershipId } = scene.people.harbourSecondWorker
  const { members } = await scene.as(scene.people.administrator).access.members({ serviceId: scene.services.harbour })
  const lea = members.find((member) => member.accountId === accountId)
  const press = {
    serviceId: scene.services.harbour,
    membershipId,
    requestId: newId(),
    seen: { held: lea?.held ?? -1, waiting: lea?.waiting ?? -1 },
    heldTo,
    waiting: 'stays' as const,
  }
  const answer = await scene.as(scene.people.administrator).access.endMembership(press)
  await scene.owner.query('update membership set until = null where id = $1', [membershipId])
  await scene.owner.query('update account set disabled_at = null where id = $1', [accountId])
  await scene.owner.query('update session set ended_at = null, ended_because = null where account_id = $1', [accountId])
  return { lea, answer }
}

it('A17, U16: a restricted handoff goes back to the service, and whoever ends the hat is told of none', async () => {
  const { handoffId, episodeId } = await heldByLea('Quill', 'L1001')
  const { lea, answer } = await endLea(null)
  expect(lea?.held).toBe(0)
  expect(answer).toEqual({ passedOn: 0, recalled: 0, putBack: 0 })
  expect(await workerOf(handoffId)).toEqual({ status: 'acknowledged', worker_id: null })
  const { rows } = await scene.owner.query('select assigned_to from checklist_item where episode_id = $1', [episodeId])
  expect(rows).toEqual([{ assigned_to: null }])
})

it('A17: to a colleague who may not know of the person it does not go', async () => {
  const { handoffId } = await heldByLea('Rook', 'L1002')
  const { answer } = await endLea(scene.people.harbourWorker.accountId)
  expect(answer.passedOn).toBe(0)
  expect(await workerOf(handoffId)).toEqual({ status: 'acknowledged', worker_id: null })
})
