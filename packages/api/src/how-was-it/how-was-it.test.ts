import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { RecordHowWasItInput } from '@throughcare/domain/how-was-it/record-how-was-it-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
/** Two days before the story starts: the first asking is open. */
const GATE = new Date('2026-03-24T09:00:00Z')
const NOW = new Date('2026-03-26T09:00:00Z')
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ releasedAt: GATE, releaseDate: '2026-03-24' })
  await scene.aHandoff(one, { status: 'accepted' })
  await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
})
afterAll(() => scene.close())

const worker = () => scene.as(scene.people.harbourWorker)
const haven = () => scene.as(scene.people.havenWorker)
const nurse = () => scene.as(scene.people.northgateNurse)
const of = {
  get episodeId() {
    return one.episodeId
  },
}
const answered = (more: Partial<RecordHowWasItInput> = {}): RecordHowWasItInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  day: 2,
  askedAt: NOW,
  setting: 'outside',
  outcome: 'answered',
  answers: [
    { question: 'medicine', answer: 'yes', words: 'After an hour in the queue' },
    { question: 'bed', answer: 'no', words: null },
    { question: 'who-helped', answer: 'family-or-friend', words: 'My sister' },
  ],
  ...more,
})
const isDue = async (who: ReturnType<typeof worker>) =>
  (await who.howWasIt.due()).persons.some(({ episodeId }) => episodeId === one.episodeId)

describe('how was it', () => {
  it('is asked by whoever is in contact, labelled with where, when and by whom, beside what staff recorded', async () => {
    const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.aDose(one, { treatmentId, givenAt: new Date('2026-03-24T14:00:00Z') })
    await worker().howWasIt.record(answered())
    const view = await worker().howWasIt.byEpisode(of)
    expect(view.staff.firstDoseAt).toBe('2026-03-24T14:00:00.000Z')
    expect(view.askings).toMatchObject([{ day: 2, state: 'open' }, { day: 7, state: 'not-yet' }, { day: 21 }])
    expect(view.askings[0]?.answers).toContainEqual(
      expect.objectContaining({
        question: 'medicine',
        answer: 'yes',
        words: 'After an hour in the queue',
        setting: 'outside',
        serviceName: 'Harbour Recovery',
        recordedBy: 'Sam Osei',
      }),
    )
  })

  it('whoever asked reads it again; others by what they may know: housing reads the bed and nothing of medicine', async () => {
    await worker().howWasIt.record(answered())
    const read = async (who: ReturnType<typeof worker>) =>
      (await who.howWasIt.byEpisode(of)).askings[0]?.answers.map(({ question }) => question).toSorted()
    expect(await read(worker())).toEqual(['bed', 'medicine', 'who-helped'])
    expect(await read(haven())).toEqual(['bed'])
    expect((await haven().howWasIt.byEpisode(of)).staff.firstDoseAt).toBeNull()
    expect(await read(nurse())).toEqual(['bed', 'medicine', 'who-helped'])
    await expect(haven().howWasIt.record(answered())).rejects.toMatchObject({
      cause: { fields: [{ path: 'answers', fault: 'how-was-it.answers.not-yours' }] },
    })
  })

  it('refused ends the asking; not reached is kept, leaves it due and takes no answer back', async () => {
    expect(await isDue(worker())).toBe(true)
    await worker().howWasIt.record(answered({ outcome: 'not-reached', answers: [] }))
    expect(await isDue(worker())).toBe(true)
    await worker().howWasIt.record(answered({ outcome: 'refused', answers: [] }))
    expect(await isDue(worker())).toBe(false)
    await scene.setClock(new Date('2026-03-31T09:00:00Z'))
    try {
      expect(await isDue(worker())).toBe(true)
    } finally {
      await scene.setClock(NOW)
    }
  })

  it('the same press twice is one asking', async () => {
    const same = answered()
    const [first, second] = await Promise.all([worker().howWasIt.record(same), worker().howWasIt.record(same)])
    expect(first).toEqual(second)
    expect((await worker().howWasIt.byEpisode(of)).askings[0]?.answers).toHaveLength(3)
  })

  it.each([
    ['of a day to come', { day: 7 as const }, { details: { refusal: 'how-was-it.not-yet' } }],
    ['asked later than now', { askedAt: new Date('2026-03-27T09:00:00Z') }, { fields: [{ path: 'askedAt' }] }],
  ])('refuses what is %s', async (_what, more, cause) => {
    await expect(worker().howWasIt.record(answered(more))).rejects.toMatchObject({ cause })
  })

  it('whoever must be rung after an overdose stands first on the list', async () => {
    const other = await scene.aCase({ releasedAt: GATE, releaseDate: '2026-03-24' })
    await scene.aHandoff(other, { status: 'accepted' })
    await worker().overdoseReport.record({
      episodeId: other.episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      happenedOn: null,
      toldBy: 'service',
      naloxone: 'no',
      kitId: null,
      isReplaced: false,
      ambulance: 'no',
      alone: 'no',
    })
    const { persons } = await worker().howWasIt.due()
    expect(persons[0]).toMatchObject({ episodeId: other.episodeId, isOurContact: true })
    const atHousing = (await haven().howWasIt.due()).persons
    expect(atHousing.map(({ overdoseContactDueAt }) => overdoseContactDueAt)).not.toContainEqual(expect.any(String))
  })

  it('nobody is asked who died or is back inside', async () => {
    await scene.owner.query(
      `insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
       values ($1, $2, 'release', 'died', $3, $4, $3, $5)`,
      [newId(), one.episodeId, NOW, scene.services.harbour, scene.people.harbourWorker.accountId],
    )
    expect(await isDue(worker())).toBe(false)
  })

  it.each(['riversideWorker', 'eastfieldNurse'] as const)('is not for %s', async (who) => {
    const there = scene.as(scene.people[who])
    for (const ask of [() => there.howWasIt.byEpisode(of), () => there.howWasIt.record(answered())])
      await expect(ask()).rejects.toMatchObject({ cause: { code: 'not-found' } })
    expect(await isDue(there)).toBe(false)
  })
})

describe('the counts beside the figures', () => {
  it('count each person once by the last answer, of one’s own scope, and hide what is small', async () => {
    const counts = async (who: keyof Scene['people']) => (await scene.as(scene.people[who]).howWasIt.figures()).rows
    await scene.owner.query(
      `update custody_episode set ended_because = 'entered-in-error' where released_at is not null and id <> $1`,
      [one.episodeId],
    )
    const more = await Promise.all(
      Array.from({ length: 11 }, async () => {
        const another = await scene.aCase({ releasedAt: GATE, releaseDate: '2026-03-24' })
        await scene.aHandoff(another, { status: 'accepted' })
        return another
      }),
    )
    for (const { episodeId } of more.slice(0, 6)) {
      await worker().howWasIt.record({ ...answered(), episodeId })
      await worker().howWasIt.record({ ...answered({ outcome: 'not-reached', answers: [] }), episodeId })
    }
    const [row] = (await counts('northgateManager')).filter(({ question, day }) => question === 'medicine' && day === 2)
    expect(row).toMatchObject({ of: 12 })
    expect(row?.answers).toEqual(
      expect.arrayContaining([
        { answer: 'yes', persons: 6 },
        { answer: 'not-asked', persons: 6 },
      ]),
    )
    expect(await counts('eastfieldNurse')).toEqual([])
    expect((await counts('havenWorker')).every(({ question }) => question === 'bed')).toBe(true)
    const region = (await counts('regionManager')).find(({ question, day }) => question === 'medicine' && day === 2)
    expect(region?.of).toBe(12)
  })
})
