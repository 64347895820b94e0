import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordOwnWordsInput, Saying } from '@throughcare/domain/own-words/record-own-words-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
const words = () => nurse().ownWords.byEpisode({ episodeId: one.episodeId })
const plan = () => nurse().carePlan.byEpisode({ episodeId: one.episodeId })
const saying = (more: Partial<Saying> = {}): Saying => ({
  kind: 'strategy',
  words: 'Jeg går en annen vei',
  language: 'nb' as Saying['language'],
  task: null,
  ...more,
})
const said = (more: Partial<RecordOwnWordsInput> = {}): RecordOwnWordsInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: null,
  answer: 'said',
  sayings: [saying()],
  readBack: true,
  mayTravel: false,
  ...more,
})
const typedOnPlan = (value: string, seenVersion: number | null = null) =>
  nurse().carePlan.recordFact({
    episodeId: one.episodeId,
    requestId: randomUUID(),
    seenVersion,
    code: 'own-words',
    state: 'known',
    value,
  })

describe('own words', () => {
  it('stand in the person’s order and language, first on the plan; a change is a new version and the old one stays', async () => {
    const first = [saying(), saying({ kind: 'goal', words: 'See my sister', language: 'en' as never })]
    expect(await nurse().ownWords.record(said({ sayings: first }))).toMatchObject({ version: 1 })
    const second = [saying({ words: 'My brother keeps the money', task: 'money-held' })]
    await nurse().ownWords.record(said({ seenVersion: 1, sayings: second }))
    expect(await words()).toMatchObject({
      standing: { version: 2, readBack: true, sayings: [{ words: 'My brother keeps the money', task: 'money-held' }] },
      earlier: [{ version: 1, sayings: [{ language: 'nb' }, { kind: 'goal', words: 'See my sister' }] }],
    })
    expect((await plan()).ownWords).toMatchObject({ version: 2, sayings: [{ words: 'My brother keeps the money' }] })
  })

  it('having chosen not to is an answer of the plan, and can be changed later', async () => {
    await nurse().ownWords.record(said({ answer: 'chose-not-to', sayings: [], readBack: false }))
    expect((await words()).standing).toMatchObject({ version: 1, sayings: [{ kind: 'chose-not-to', words: null }] })
    const fact = (await plan()).facts.find(({ code }) => code === 'own-words')
    expect(fact).toMatchObject({ state: 'known', value: 'chose-not-to', toldBy: 'own-words' })
    await nurse().ownWords.record(said({ seenVersion: 1 }))
    expect((await plan()).facts.find(({ code }) => code === 'own-words')).toMatchObject({ value: 'recorded' })
  })

  it('warns of names that would give the person away on paper, and keeps the words as they are', async () => {
    const telling = saying({ words: 'Metadon at Harbour Recovery, at noon' })
    expect(await nurse().ownWords.record(said({ sayings: [telling] }))).toMatchObject({
      tells: ['Metadon', 'Harbour Recovery'],
    })
    expect((await words()).standing?.sayings).toMatchObject([
      { words: telling.words, tells: ['Metadon', 'Harbour Recovery'] },
    ])
  })

  it('are commented beside, never among them', async () => {
    await nurse().ownWords.record(said())
    const comment = { episodeId: one.episodeId, requestId: randomUUID(), version: 1, text: 'We asked the pharmacy' }
    const [first, second] = [await nurse().ownWords.comment(comment), await nurse().ownWords.comment(comment)]
    expect(first).toEqual(second)
    const { standing, comments } = await words()
    expect(comments).toMatchObject([{ text: 'We asked the pharmacy', recordedBy: 'Nora Lindqvist' }])
    expect(standing?.sayings).toHaveLength(1)
    await expect(nurse().ownWords.comment({ ...comment, requestId: randomUUID(), version: 2 })).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })

  it('the same press twice is one version, and of two at the same moment one is told what stands', async () => {
    const same = said()
    const [first, second] = await Promise.all([nurse().ownWords.record(same), nurse().ownWords.record(same)])
    expect(first).toEqual(second)
    const presses = await Promise.allSettled([
      nurse().ownWords.record(said({ seenVersion: 1, sayings: [saying({ words: 'One' })] })),
      scene
        .as(scene.people.northgateSecondNurse)
        .ownWords.record(said({ seenVersion: 1, sayings: [saying({ words: 'Two' }), saying({ words: 'Three' })] })),
    ])
    expect(presses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await words()).standing?.version).toBe(2)
    await expect(nurse().ownWords.record(said({ seenVersion: 1 }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { version: 2 } } },
    })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'havenWorker', 'northgateManager'] as const)(
    'are not for %s, whatever was handed over',
    async (who) => {
      await scene.aHandoff(one, { status: 'accepted' })
      await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
      await nurse().ownWords.record(said())
      const there = scene.as(scene.people[who])
      for (const ask of [
        () => there.ownWords.byEpisode({ episodeId: one.episodeId }),
        () => there.ownWords.record(said({ seenVersion: 1 })),
      ])
        await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
      if (who === 'harbourWorker' || who === 'havenWorker')
        expect((await there.carePlan.byEpisode({ episodeId: one.episodeId })).ownWords).toBeNull()
    },
  )
})

describe('a strategy that asks something of the services', () => {
  it.each([
    ['other-pharmacy', 'omt-ask-other-pharmacy'],
    ['other-time', 'omt-ask-other-time'],
    ['depot', 'omt-ask-depot'],
    ['money-held', 'support-money-held'],
  ] as const)('%s raises %s, and taking it back retires the item', async (task, code) => {
    await scene.owner.query(`update care_plan set rule_set = 'checklist-2026-11-2' where id = $1`, [one.planId])
    const { growth } = await nurse().ownWords.record(said({ sayings: [saying({ task })] }))
    expect(growth.added).toContain(code)
    expect(growth.finished.concat(growth.added)).toContain('support-own-words')
    const back = await nurse().ownWords.record(said({ seenVersion: 1, sayings: [saying()] }))
    expect(back.growth.retired).toContain(code)
  })
})

describe('the one text of the four-minute plan', () => {
  it('goes on working: each text is a version, and what stood before stays', async () => {
    await typedOnPlan('First.')
    await typedOnPlan('Second.', 0)
    expect(await words()).toMatchObject({
      standing: { version: 2, readBack: false, sayings: [{ kind: 'as-said', words: 'Second.' }] },
      earlier: [{ version: 1, sayings: [{ words: 'First.' }] }],
    })
    const fact = (await plan()).facts.find(({ code }) => code === 'own-words')
    expect(fact).toMatchObject({ value: 'Second.', toldBy: 'fact' })
  })

  it('leads to the own words once they are more than one text, and writes nothing over them', async () => {
    await typedOnPlan('First.')
    await nurse().ownWords.record(said({ seenVersion: 1 }))
    expect((await plan()).facts.find(({ code }) => code === 'own-words')).toMatchObject({ toldBy: 'own-words' })
    await expect(typedOnPlan('Over it.', 1)).rejects.toMatchObject({
      cause: { details: { refusal: 'care-plan.own-words-recorded' } },
    })
  })
})
