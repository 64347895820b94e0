import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordSupporterInput } from '@throughcare/domain/supporter/record-supporter-input'
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
const list = () => nurse().supporter.byEpisode({ episodeId: one.episodeId })
const said = (more: Partial<RecordSupporterInput> = {}): RecordSupporterInput => ({
  episodeId: one.episodeId,
  supporterId: null,
  requestId: randomUUID(),
  seenVersion: 0,
  name: 'sister Ana',
  role: 'money',
  phone: '+44 20 7946 0003',
  isCrisisContact: true,
  consent: 'yes',
  consentOn: '2026-03-25' as never,
  mayBeTold: ['that-i-am-out'],
  isWithdrawn: false,
  ...more,
})

it('keeps who stands by the person with what they may be told, whoever may be rung in a crisis first', async () => {
  await nurse().supporter.record(said({ name: 'uncle Ray', isCrisisContact: false }))
  await nurse().supporter.record(said({ seenVersion: 1 }))
  expect((await list()).supporters).toMatchObject([
    { name: 'sister Ana', isCrisisContact: true, mayBeTold: ['that-i-am-out'], consentOn: '2026-03-25' },
    { name: 'uncle Ray' },
  ])
})

it('a no erases the number, and taking somebody off the list shows them to nobody', async () => {
  const { supporterId } = await nurse().supporter.record(said())
  const no = { consent: 'no' as const, phone: null, isCrisisContact: false, mayBeTold: [] }
  await nurse().supporter.record(said({ supporterId, ...no }))
  expect((await list()).supporters).toMatchObject([{ consent: 'no', phone: null }])
  await nurse().supporter.record(said({ supporterId, seenVersion: 1, ...no, isWithdrawn: true }))
  expect((await list()).supporters).toEqual([])
  await expect(nurse().supporter.record(said({ supporterId, seenVersion: 2 }))).rejects.toMatchObject({
    cause: { code: 'not-found' },
  })
})

it('shows how the person themselves may be reached', async () => {
  expect((await list()).contactSafety).toBeNull()
  await scene.owner.query(
    `insert into contact_safety (person_id, channel, hours, wording, voicemail) values ($1, 'phone', 'after five', 'the dentist', false)`,
    [one.personId],
  )
  expect((await list()).contactSafety).toEqual({
    channel: 'phone',
    hours: 'after five',
    wording: 'the dentist',
    voicemail: false,
    version: 0,
  })
})

it('the same press twice is one, the same name from two screens is one, and an older page is told', async () => {
  const same = said()
  const [first, second] = await Promise.all([nurse().supporter.record(same), nurse().supporter.record(same)])
  expect(first).toEqual(second)
  await expect(scene.as(scene.people.northgateSecondNurse).supporter.record(said())).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile', details: { current: { name: 'sister Ana' } } },
  })
  await nurse().supporter.record(said({ supporterId: first.supporterId, role: 'housing' }))
  await expect(nurse().supporter.record(said({ supporterId: first.supporterId }))).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile', details: { current: { role: 'housing', version: 1 } } },
  })
})

it.each(['harbourWorker', 'eastfieldNurse', 'northgateManager'] as const)('is not for %s', async (who) => {
  await scene.aHandoff(one, { status: 'accepted' })
  const there = scene.as(scene.people[who]).supporter
  for (const ask of [() => there.byEpisode({ episodeId: one.episodeId }), () => there.record(said())])
    await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
})
