import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { RecordPackInput } from '@throughcare/domain/minimum-pack/record-pack-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase({ legalStatus: 'remand', releaseDate: null })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const pack = () => nurse().minimumPack.byEpisode({ episodeId: one.episodeId })
const said = (more: Partial<RecordPackInput> = {}): RecordPackInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: null,
  letterOn: '2026-03-25' as never,
  prescriber: 'Dr Amadi',
  prescriberPhone: '+44 20 7946 0001',
  phone: '+44 20 7946 0002',
  ...more,
})
const leave = () => ({
  going: 'leaves' as const,
  episodeId: one.episodeId,
  requestId: randomUUID(),
  kitInHand: true,
  letterInHand: true,
  lastDoseConfirmed: false,
})

describe('the minimum pack of somebody on remand', () => {
  it('begins with nothing, and what is not asked is unknown', async () => {
    expect(await pack()).toMatchObject({
      mayLeaveAnyDay: true,
      pack: {
        isComplete: false,
        there: 0,
        needed: 6,
        parts: [
          { part: 'trained', state: 'missing' },
          { part: 'kit', state: 'missing' },
          { part: 'letter', state: 'unknown' },
          { part: 'prescriber', state: 'unknown' },
          { part: 'dosing-point', state: 'unknown' },
          { part: 'phone', state: 'missing' },
        ],
      },
    })
  })

  it('is complete when all six are there, wherever each is recorded', async () => {
    await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.owner.query(
      `insert into naloxone_kit (id, episode_id, state, trained, recorded_at, recorded_by) values ($1, $2, 'in-property', true, app.now(), $3)`,
      [newId(), one.episodeId, scene.people.northgateNurse.accountId],
    )
    const recorded = await nurse().minimumPack.record(said())
    expect(recorded).toMatchObject({ version: 1, pack: { isComplete: true, there: 6, needed: 6 } })
  })

  it('stands on the list of those who may leave any day, the least complete first; a dated sentence does not', async () => {
    const sentenced = await scene.aCase({ releaseDate: '2026-04-02' })
    await nurse().minimumPack.record(said())
    const bare = await scene.aCase({ legalStatus: 'immigration', releaseDate: null })
    const { packs } = await nurse().minimumPack.list()
    const ids = packs.map(({ episodeId }) => episodeId)
    expect(ids).not.toContain(sentenced.episodeId)
    expect(ids.indexOf(bare.episodeId)).toBeLessThan(ids.indexOf(one.episodeId))
    const elsewhere = await scene.as(scene.people.eastfieldNurse).minimumPack.list()
    expect(elsewhere.packs).toEqual([])
  })

  it('the same press twice is one statement; an older page is told what stands; a letter is not dated ahead', async () => {
    const same = said()
    const [first, second] = await Promise.all([nurse().minimumPack.record(same), nurse().minimumPack.record(same)])
    expect(first).toEqual(second)
    await expect(nurse().minimumPack.record(said({ prescriber: 'Dr Berg' }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { version: 1, prescriber: 'Dr Amadi' } } },
    })
    await expect(
      nurse().minimumPack.record(said({ seenVersion: 1, letterOn: '2026-03-27' as never })),
    ).rejects.toMatchObject({ cause: { fields: [{ path: 'letterOn', fault: 'minimum-pack.letterOn.in-the-future' }] } })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    const there = scene.as(scene.people[who]).minimumPack
    for (const ask of [() => there.byEpisode({ episodeId: one.episodeId }), () => there.record(said())])
      await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
  })
})

describe('the going-to-court sheet', () => {
  it('ticks who leaves with what was in the hand, and says what was not', async () => {
    const left = await nurse().courtDay.tick(leave())
    expect(left).toMatchObject({ going: 'leaves', missing: ['last-dose'] })
    expect((await pack()).atCourt).toMatchObject({ id: left.courtDayId, kitInHand: true, lastDoseConfirmed: false })
  })

  it('back means untick, and both stay', async () => {
    const { courtDayId } = await nurse().courtDay.tick(leave())
    const back = {
      going: 'back' as const,
      episodeId: one.episodeId,
      requestId: randomUUID(),
      courtDayId,
      seenVersion: 0,
    }
    const [first, second] = await Promise.all([nurse().courtDay.tick(back), nurse().courtDay.tick(back)])
    expect(first).toEqual(second)
    expect((await pack()).atCourt).toBeNull()
    await expect(nurse().courtDay.tick({ ...back, requestId: randomUUID() })).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
    await nurse().courtDay.tick(leave())
    const { rows } = await scene.owner.query(
      `select back_at is not null as back from court_day where episode_id = $1 order by left_at`,
      [one.episodeId],
    )
    expect(rows.map(({ back }) => back).toSorted()).toEqual([false, true])
  })

  it('nobody leaves twice, whoever presses, and nobody leaves who was released', async () => {
    const presses = await Promise.allSettled([
      nurse().courtDay.tick(leave()),
      scene.as(scene.people.northgateSecondNurse).courtDay.tick(leave()),
    ])
    expect(presses.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const now = new Date('2026-03-26T09:00:00Z')
    const press = { episodeId: one.episodeId, seenVersion: 0, releasedAt: now, learnedAt: now }
    await nurse().release.record({ ...press, requestId: randomUUID(), kind: 'unplanned' })
    await expect(nurse().courtDay.tick(leave())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).courtDay.tick(leave())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
