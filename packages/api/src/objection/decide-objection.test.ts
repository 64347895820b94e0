import type { CastPerson } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who])
const object = (one: StoryCase, change: Record<string, unknown> = {}, who: CastPerson = 'northgateNurse') =>
  as(who).objection.record({
    episodeId: one.episodeId,
    requestId: newId(),
    serviceIds: [scene.services.harbour],
    kinds: [],
    categories: ['health'],
    ownWords: 'not my heart',
    ...change,
  })
const decide = (objectionId: string, change: Record<string, unknown> = {}, who: CastPerson = 'northgateNurse') =>
  as(who).objection.decide({
    objectionId,
    requestId: newId(),
    seenVersion: 0,
    decision: 'upheld',
    reason: 'the dose does not depend on it',
    toldWhatIsLost: true,
    ...change,
  } as never)
const carries = async (handoffId: string) => (await as('harbourWorker').handoff.byId({ handoffId })).carries
async function aTakenCase() {
  const one = await scene.aCase()
  return { one, handoffId: await scene.aHandoff(one, { status: 'accepted' }) }
}

describe('an objection to what is shared for care', () => {
  it('changes nothing until a clinician has decided; tonight’s dose does not wait for it', async () => {
    const { one, handoffId } = await aTakenCase()
    const before = await carries(handoffId)
    const { objectionId, dueAt } = await object(one, { categories: ['omt', 'health'] })
    // The end of that day in London, on 26 March.
    expect(dueAt).toBe('2026-03-27T00:00:00.000Z')
    expect(await carries(handoffId)).toEqual(before)
    expect((await as('northgateNurse').objection.open({})).objections).toContainEqual(
      expect.objectContaining({ objectionId, isOverdue: false }),
    )
    await decide(objectionId, { decision: 'not-upheld', reason: 'without it there is no dose' })
    expect(await carries(handoffId)).toEqual(before)
  })

  it('upheld keeps back what it names from whom it names, in the same transaction, and tells both sides', async () => {
    const { one, handoffId } = await aTakenCase()
    const { objectionId } = await object(one)
    await decide(objectionId)
    expect(await carries(handoffId)).toEqual(['identity', 'release', 'omt', 'naloxone'])
    const { rows } = await scene.owner.query(
      `select n.kind, s.name from notice n join service s on s.id = n.service_id where n.episode_id = $1 order by 1, 2`,
      [one.episodeId],
    )
    expect(rows.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      'objection-decided: HMP Northgate',
      'objection-decided: Harbour Recovery',
      'objection-recorded: HMP Northgate',
      'objection-recorded: Harbour Recovery',
      'sharing-changed: HMP Northgate',
      'sharing-changed: Harbour Recovery',
    ])
    // What is handed over later is kept back as well.
    const { handoffs } = await as('northgateNurse').handoff.send({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      handoffs: [{ area: 'health', receivingServiceId: scene.services.harbour }],
    })
    expect(await carries(handoffs[0]?.handoffId ?? '')).not.toContain('health')
  })

  it('upheld is obeyed on paper as well: the page for that service names no treatment any more', async () => {
    const { one } = await aTakenCase()
    await scene.aTreatment(one, { dosing: 'harbour' })
    const printed = async () =>
      (await as('northgateNurse').printPack.byEpisode({ episodeId: one.episodeId })).receivers[0]?.treatment
    expect((await printed())?.medicine).toBe('methadone')
    const { objectionId } = await object(one, { categories: ['omt'] })
    await decide(objectionId)
    expect(await printed()).toBeNull()
  })

  it('is decided once, by whoever treats the person, after they were told what would be lost', async () => {
    const { one } = await aTakenCase()
    const { objectionId } = await object(one)
    await expect(decide(objectionId, { toldWhatIsLost: false })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(decide(objectionId, {}, 'northgateManager')).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await expect(decide(objectionId, {}, 'riversideWorker')).rejects.toMatchObject({ cause: { code: 'not-found' } })
    await decide(objectionId, {}, 'harbourWorker')
    await expect(decide(objectionId)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
  })

  it('that is past its day is shown to managers, first', async () => {
    const { one } = await aTakenCase()
    const { objectionId } = await object(one)
    await scene.owner.query(`update objection set due_at = app.now() - interval '1 minute' where id = $1`, [
      objectionId,
    ])
    const seen = await as('northgateManager').objection.open({})
    expect(seen.overdue).toBe(1)
    expect(seen.objections[0]).toMatchObject({ objectionId, isOverdue: true })
    expect((await as('riversideWorker').objection.open({})).objections).toEqual([])
  })
})
