import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const kit = {
  kitId: null,
  seenVersion: 0,
  product: 'nasal spray',
  lot: 'L-77',
  expiresOn: null,
  state: 'in-property',
  handedAt: null,
  trained: null,
} as const

it('records a kit, hands it over, and shows the second person what the first one wrote', async () => {
  const one = await scene.aCase()
  const nurse = scene.as(scene.people.northgateNurse)
  const { kitId } = await nurse.naloxone.recordKit({ ...kit, episodeId: one.episodeId, requestId: newId() })
  const handed = {
    ...kit,
    episodeId: one.episodeId,
    kitId,
    state: 'handed-over',
    handedAt: new Date('2026-03-26T08:00:00Z'),
  } as const
  expect(await nurse.naloxone.recordKit({ ...handed, requestId: newId() })).toMatchObject({ version: 1 })
  await expect(
    scene.as(scene.people.northgateSecondNurse).naloxone.recordKit({ ...handed, requestId: newId() }),
  ).rejects.toMatchObject({
    cause: {
      code: 'changed-meanwhile',
      details: { current: { version: 1, state: 'handed-over' }, changedBy: 'Nora Lindqvist' },
    },
  })
})

it('does not record the same kit twice from two screens, and records a further one when that is what is meant', async () => {
  const one = await scene.aCase()
  const press = { ...kit, episodeId: one.episodeId }
  await scene.as(scene.people.northgateNurse).naloxone.recordKit({ ...press, requestId: newId() })
  const second = scene.as(scene.people.northgateSecondNurse)
  await expect(second.naloxone.recordKit({ ...press, requestId: newId() })).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile' },
  })
  await second.naloxone.recordKit({ ...press, seenVersion: 1, requestId: newId() })
  expect((await second.carePlan.byEpisode({ episodeId: one.episodeId })).kits).toBe(2)
})

it.each([
  ['in the future', { state: 'handed-over', handedAt: new Date('2026-03-27T08:00:00Z') }, 'naloxone.in-the-future'],
  ['left behind by somebody who is inside', { state: 'left-in-prison' }, 'naloxone.not-released'],
] as const)('refuses a kit %s', async (_what, said, refusal) => {
  const one = await scene.aCase()
  const press = { ...kit, ...said, episodeId: one.episodeId, requestId: newId() }
  await expect(scene.as(scene.people.northgateNurse).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: 'refused', details: { refusal } },
  })
})

it('is not open to a service that was handed something else', async () => {
  const one = await scene.aCase()
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  const press = { ...kit, episodeId: one.episodeId, requestId: newId() }
  await expect(scene.as(scene.people.havenWorker).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/not-found|not-allowed/) },
  })
  await expect(scene.as(scene.people.riversideWorker).naloxone.recordKit(press)).rejects.toMatchObject({
    cause: { code: 'not-found' },
  })
})
