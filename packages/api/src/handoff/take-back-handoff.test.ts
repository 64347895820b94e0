import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress, refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { itemsOf, movesOf, partOf } from '../../testing/stored-handoff.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('rejecting', () => {
  it('U1: puts it under what needs action with the sender, who is accountable, in the same second, and nowhere else', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const handoffId = await scene.aHandoff(one)
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(aPress(handoffId))
    await scene
      .as(scene.people.harbourWorker)
      .handoff.reject({ ...aPress(handoffId, 1), reason: 'other', words: 'the unit is flooded' })
    const sent = await scene.as(scene.people.northgateNurse).handoff.sent({ tab: 'needs-action', page: 1 })
    const row = sent.rows.find(({ episodeId }) => episodeId === one.episodeId)
    expect(row?.handoffs).toMatchObject([
      { id: handoffId, status: 'rejected', rejectedReason: 'other: the unit is flooded' },
    ])
    for (const tab of ['waiting', 'taken'] as const) {
      const other = await scene.as(scene.people.northgateNurse).handoff.sent({ tab, page: 1 })
      expect(other.rows.map(({ episodeId }) => episodeId)).not.toContain(one.episodeId)
    }
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'HMP Northgate' })
    const seen = await scene.as(scene.people.northgateNurse).handoff.byId({ handoffId })
    expect(seen.accountableName).toBe('HMP Northgate')
    expect(seen.may).toEqual(['resend', 'close'])
  })

  it('U8: asks for a reason, and for words with "other"', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const harbour = scene.as(scene.people.harbourWorker).handoff
    await expect(harbour.reject({ ...aPress(handoffId), reason: 'other', words: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(harbour.reject({ ...aPress(handoffId), reason: '' as never, words: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('resending', () => {
  it('U4: closes the old one, counts the attempt, and keeps the whole history for the sender alone', async () => {
    const one = await scene.aCase()
    const first = await scene.aHandoff(one)
    const nurse = scene.as(scene.people.northgateNurse).handoff
    await scene.as(scene.people.harbourWorker).handoff.reject({ ...aPress(first), reason: 'no-capacity', words: null })
    const again = aPress(first, 1)
    const answers = await Promise.all([
      nurse.resend({ ...again, receivingServiceId: scene.services.riverside, words: null }),
      nurse.resend({ ...again, receivingServiceId: scene.services.riverside, words: null }),
    ])
    expect(answers[0]).toEqual(answers[1])
    const second = answers[0].handoffs[0]?.handoffId as string
    const seen = await nurse.byId({ handoffId: second })
    expect(seen).toMatchObject({ attempt: 2, status: 'sent', earlier: [{ id: first, attempt: 1, status: 'closed' }] })
    expect(seen.earlier[0]?.moves.map(({ move }) => move)).toEqual(['send', 'reject', 'resend'])
    const received = await scene.as(scene.people.riversideWorker).handoff.byId({ handoffId: second })
    expect(received.earlier).toEqual([])
    expect(JSON.stringify(received)).not.toContain('Harbour')
    const { rows } = await scene.owner.query('select count(*)::int as n from handoff where episode_id = $1', [
      one.episodeId,
    ])
    expect(rows).toEqual([{ n: 2 }])
    expect((await nurse.byId({ handoffId: first })).resentAsId).toBe(second)
  })

  it('goes only to a service that can receive the area', async () => {
    const first = await scene.aHandoff(await scene.aCase())
    await scene.as(scene.people.harbourWorker).handoff.reject({ ...aPress(first), reason: 'no-capacity', words: null })
    const refusal = await refusalOf(
      scene
        .as(scene.people.northgateNurse)
        .handoff.resend({ ...aPress(first, 1), receivingServiceId: scene.services.haven, words: null }),
    )
    expect(refusal.fields).toEqual([{ path: 'receivingServiceId', fault: 'handoff.receivingServiceId.cannot-receive' }])
    expect(await movesOf(scene, first)).toEqual(['send', 'reject'])
  })
})

describe('taking back', () => {
  it('U5: ends the receiver’s access at once, gives the items back, leaves the envelope, and is done nowhere', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const handoffId = await scene.aHandoff(one)
    const harbour = scene.as(scene.people.harbourWorker).handoff
    await harbour.accept({ ...aPress(handoffId), workerId: null })
    expect((await partOf(scene, one.episodeId, scene.services.harbour))?.relation).toBe('accepted')
    await scene
      .as(scene.people.northgateManager)
      .handoff.revoke({ ...aPress(handoffId, 1), reason: 'going-elsewhere', words: null })
    expect(await partOf(scene, one.episodeId, scene.services.harbour)).toEqual({ relation: 'ended', categories: [] })
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'HMP Northgate' })
    const envelope = await harbour.byId({ handoffId })
    expect(envelope).toMatchObject({ status: 'revoked', episodeId: null, may: [] })
    expect(JSON.stringify(envelope)).not.toContain('Hansen')
    const { rows } = await harbour.inbox({ tab: 'acknowledged', page: 1 })
    expect(rows.map(({ id }) => id)).not.toContain(handoffId)
    const { rows: stored } = await scene.owner.query('select status, outcome from handoff where id = $1', [handoffId])
    expect(stored).toEqual([{ status: 'revoked', outcome: null }])
  })

  it('of one area leaves the other areas of the same service alone', async () => {
    const one = await scene.aCase()
    const omt = await scene.aHandoff(one, { area: 'omt' })
    const support = await scene.aHandoff(one, { area: 'support' })
    const nurse = scene.as(scene.people.northgateNurse).handoff
    await nurse.revoke({ ...aPress(omt), reason: 'sent-by-mistake', words: null })
    expect(await partOf(scene, one.episodeId, scene.services.harbour)).toEqual({
      relation: 'offered',
      categories: ['identity', 'release', 'support'],
    })
    const harbour = scene.as(scene.people.harbourWorker).handoff
    expect((await harbour.byId({ handoffId: omt })).episodeId).toBeNull()
    expect((await harbour.byId({ handoffId: support })).episodeId).toBe(one.episodeId)
  })
})
