import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordConsentInput } from '@throughcare/domain/consent/consent-inputs'
import type { RecordSupporterInput } from '@throughcare/domain/supporter/record-supporter-input'
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

describe('what a supporter may be told (rule CON-5)', () => {
  const consent = (supporterId: string, change: Partial<RecordConsentInput> = {}) =>
    nurse().consent.record({
      episodeId: one.episodeId,
      requestId: randomUUID(),
      answer: 'given',
      purpose: 'supporter-told',
      serviceIds: [],
      kinds: [],
      supporterIds: [supporterId],
      categories: ['network'],
      fromOn: '2026-03-26',
      toOn: '2026-05-03',
      language: 'en',
      explained: 'spoken',
      capacity: 'can-decide',
      witness: null,
      ownWords: null,
      signature: 'L. Moreau',
      ...change,
    } as RecordConsentInput)
  const telling = async (caller = nurse()) =>
    (await caller.supporter.byEpisode({ episodeId: one.episodeId })).supporters[0]?.telling

  it('is nothing without a consent, what is ticked while one is live, and nothing again once it is withdrawn', async () => {
    const { supporterId } = await nurse().supporter.record(said())
    expect(await telling()).toBeNull()
    const { consentId } = await consent(supporterId)
    expect(await telling()).toEqual({ what: ['that-i-am-out'], toOn: '2026-05-03', endsSoon: false })
    await nurse().consent.withdraw({ episodeId: one.episodeId, requestId: randomUUID(), consentId, ownWords: null })
    expect(await telling()).toBeNull()
  })

  it('is nothing for another purpose, after a refusal, and once its last day is over; before that it says that it ends', async () => {
    const { supporterId } = await nurse().supporter.record(said())
    await consent(supporterId, { purpose: 'research' })
    expect(await telling()).toBeNull()
    await consent(supporterId, { toOn: '2026-04-04' as never })
    expect(await telling()).toMatchObject({ endsSoon: true })
    const { consents } = await nurse().consent.byEpisode({ episodeId: one.episodeId })
    expect(consents.map(({ endsSoon }) => endsSoon)).toEqual([true, false])
    await scene.setClock(new Date('2026-04-05T09:00:00Z'))
    expect(await telling()).toBeNull()
    await scene.setClock(STORY_STARTS)
    await consent(supporterId, { answer: 'refused', signature: null })
    expect(await telling()).toBeNull()
  })

  it('a service that reads the supporter reads what may be told and of no consent else; one that does not reads neither', async () => {
    const { supporterId } = await nurse().supporter.record(said())
    await consent(supporterId)
    await scene.aHandoff(one, { area: 'support', status: 'accepted' })
    const there = scene.as(scene.people.harbourWorker)
    expect((await there.supporter.byEpisode({ episodeId: one.episodeId })).supporters).toEqual([])
    await consent(supporterId, {
      purpose: 'support-goes-on',
      serviceIds: [scene.services.harbour],
      categories: ['supporters'],
    })
    expect(await telling(there)).toMatchObject({ what: ['that-i-am-out'] })
  })

  it('decides whether looking for somebody who did not arrive rings them', async () => {
    one = await scene.aCase({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T07:00:00Z') })
    const { supporterId } = await nurse().supporter.record(said())
    await scene.aHandoff(one, { area: 'support', status: 'accepted' })
    const missed = () =>
      scene.as(scene.people.harbourWorker).outcome.record({
        ...{ episodeId: one.episodeId, requestId: randomUUID(), kind: 'did-not-arrive', reason: 'we-were-closed' },
        at: new Date('2026-03-26T08:30:00Z'),
      })
    await consent(supporterId, {
      purpose: 'support-goes-on',
      serviceIds: [scene.services.harbour],
      categories: ['supporters'],
    })
    expect((await missed()).steps).not.toContain('not-arrived-ring-supporter')
    await consent(supporterId)
    expect((await missed()).steps).toContain('not-arrived-ring-supporter')
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
