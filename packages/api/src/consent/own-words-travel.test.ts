import type { CastPerson } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { aConsent } from '../../testing/stored-consent.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const WORDS = 'what the person says'

describe('own words', () => {
  const say = async (one: StoryCase, seenVersion: number | null, mayTravel: boolean) =>
    scene.as(scene.people.northgateNurse).ownWords.record({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion,
      answer: 'said',
      sayings: [{ kind: 'strategy', words: WORDS, language: null, task: null }],
      readBack: true,
      mayTravel,
    })
  const sendTo = async (one: StoryCase) => {
    const { handoffs } = await scene.as(scene.people.northgateNurse).handoff.send({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      handoffs: [
        { area: 'omt', receivingServiceId: scene.services.harbour },
        { area: 'housing', receivingServiceId: scene.services.haven },
      ],
    })
    return handoffs.map(({ handoffId }) => handoffId)
  }
  const read = async (who: CastPerson, handoffId = '') =>
    (await scene.as(scene.people[who]).handoff.byId({ handoffId })).content

  it('go along where the person agreed, to a service that may read them, until the person says otherwise', async () => {
    const one = await scene.aCase()
    await say(one, null, true)
    await aConsent(scene, one, { categories: ['own-words'], to: ['harbour', 'haven'] })
    const [omt, housing] = await sendTo(one)
    expect((await read('harbourWorker', omt))?.ownWords).toMatchObject([{ words: WORDS }])
    expect((await read('havenWorker', housing))?.ownWords).toBeNull()
    const own = { episodeId: one.episodeId }
    expect((await scene.as(scene.people.harbourWorker).ownWords.byEpisode(own)).standing?.version).toBe(1)
    await say(one, 1, false)
    expect((await read('harbourWorker', omt))?.ownWords).toEqual([])
    expect((await scene.as(scene.people.harbourWorker).ownWords.byEpisode(own)).standing).toBeNull()
    expect((await scene.as(scene.people.northgateNurse).ownWords.byEpisode(own)).earlier).toHaveLength(1)
  })

  it('stay inside without a consent for the service, though the words themselves may travel', async () => {
    const one = await scene.aCase()
    await say(one, null, true)
    await aConsent(scene, one, { categories: ['hiv-hcv'], to: ['harbour'] })
    await aConsent(scene, one, { categories: ['own-words'], to: ['riverside'] })
    const [omt] = await sendTo(one)
    expect((await read('harbourWorker', omt))?.ownWords).toBeNull()
    const asked = scene.as(scene.people.harbourWorker).ownWords.byEpisode({ episodeId: one.episodeId })
    await expect(asked).rejects.toThrow()
  })
})
