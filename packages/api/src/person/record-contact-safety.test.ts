import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordContactSafetyInput } from '@throughcare/domain/person/contact-safety'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const said = (more: Partial<RecordContactSafetyInput> = {}): RecordContactSafetyInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: null,
  channel: 'text',
  hours: 'after six',
  wording: 'the dentist',
  voicemail: null,
  ...more,
})
const reach = async () => (await nurse().printPack.byEpisode({ episodeId: one.episodeId })).reach

it('is what is printed from then on, and once for the same press', async () => {
  const press = said()
  expect(await nurse().person.recordContactSafety(press)).toEqual({ version: 0 })
  expect(await nurse().person.recordContactSafety(press)).toEqual({ version: 0 })
  expect(await reach()).toMatchObject({
    channel: 'text',
    hours: 'after six',
    wording: 'the dentist',
    mayLeaveMessage: false,
    version: 0,
  })
  expect(await nurse().person.recordContactSafety(said({ seenVersion: 0, channel: 'none', voicemail: true }))).toEqual({
    version: 1,
  })
  expect(await reach()).toMatchObject({ channel: 'none', mayLeaveMessage: false, version: 1 })
})

it('shows what stands now to whoever pressed on an older page, and writes nothing', async () => {
  await nurse().person.recordContactSafety(said())
  await expect(nurse().person.recordContactSafety(said({ channel: 'phone' }))).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile', details: { current: { channel: 'text', version: 0 } } },
  })
  expect(await reach()).toMatchObject({ channel: 'text' })
})

it('is asked by whoever works on the case, and holds for every service', async () => {
  await nurse().person.recordContactSafety(said())
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
  const haven = scene.as(scene.people.havenWorker)
  expect(await haven.person.recordContactSafety(said({ seenVersion: 0, channel: 'none' }))).toEqual({ version: 1 })
  expect(await reach()).toMatchObject({ channel: 'none', version: 1 })
})

it('is not for another prison, nor for a service without a part', async () => {
  for (const who of ['eastfieldNurse', 'harbourWorker'] as const)
    await expect(scene.as(scene.people[who]).person.recordContactSafety(said())).rejects.toThrow()
  expect(await reach()).toMatchObject({ channel: null, version: null })
})
