import { randomUUID } from 'node:crypto'
import type { RecordWhatHelpsInput } from '@throughcare/domain/what-helps/record-what-helps-input'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const said = (episodeId: string, more: Partial<RecordWhatHelpsInput> = {}): RecordWhatHelpsInput => ({
  episodeId,
  requestId: randomUUID(),
  seenVersion: null,
  askedOn: '2026-03-25' as never,
  goal: 'stay-on-treatment',
  aroundWant: 'going-on-as-before',
  helps: ['work in the mornings'],
  pulls: ['payday'],
  strengths: ['I calm people down'],
  lastTime: 'Nobody was there',
  preferredMedicine: 'buprenorphine-monthly-depot',
  preferredNotMet: 'Not given in this prison',
  ...more,
})

it('asks inside and again outside, and shows both rounds side by side with where each was asked', async () => {
  const one = await scene.aCase()
  const nurse = scene.as(scene.people.northgateNurse)
  expect(await nurse.whatHelps.record(said(one.episodeId))).toEqual({ version: 1, setting: 'in-custody' })
  await scene.owner.query(
    `update custody_episode set released_at = $2, learned_at = $2, release_recorded_at = $2, release_kind = 'planned',
       ended_on = '2026-03-26', ended_because = 'released' where id = $1`,
    [one.episodeId, new Date('2026-03-26T07:00:00Z')],
  )
  await scene.aHandoff(one, { status: 'accepted' })
  const worker = scene.as(scene.people.harbourWorker)
  const same = said(one.episodeId, { seenVersion: 1, askedOn: '2026-03-26' as never, goal: 'not-sure', pulls: [] })
  const [first, second] = await Promise.all([worker.whatHelps.record(same), worker.whatHelps.record(same)])
  expect(first).toEqual({ version: 2, setting: 'outside' })
  expect(second).toEqual(first)
  expect(await worker.whatHelps.byEpisode({ episodeId: one.episodeId })).toMatchObject({
    setting: 'outside',
    sideBySide: {
      'in-custody': { askedOn: '2026-03-25', goal: 'stay-on-treatment', pulls: ['payday'] },
      outside: { askedOn: '2026-03-26', goal: 'not-sure', pulls: [] },
    },
  })
  await expect(worker.whatHelps.record(said(one.episodeId, { seenVersion: 1 }))).rejects.toMatchObject({
    cause: { code: 'changed-meanwhile', details: { current: { version: 2 } } },
  })
})

it('refuses a day that has not come', async () => {
  const one = await scene.aCase()
  const ahead = said(one.episodeId, { askedOn: '2026-03-27' as never })
  await expect(scene.as(scene.people.northgateNurse).whatHelps.record(ahead)).rejects.toMatchObject({
    cause: { fields: [{ path: 'askedOn' }] },
  })
})

it.each(['havenWorker', 'riversideWorker', 'eastfieldNurse', 'northgateManager'] as const)(
  'is not for %s',
  async (who) => {
    const one = await scene.aCase()
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
    const there = scene.as(scene.people[who]).whatHelps
    for (const ask of [() => there.byEpisode({ episodeId: one.episodeId }), () => there.record(said(one.episodeId))])
      await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
  },
)
