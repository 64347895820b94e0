import { randomUUID } from 'node:crypto'
import { openQuestionSql } from '@throughcare/db/handoff-message/open-question'
import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase
let handoffId: string

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  one = await scene.aCase()
  handoffId = await scene.aHandoff(one)
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const worker = () => scene.as(scene.people.harbourWorker)
const saying = (text: string, answersId: string | null = null) => ({
  handoffId,
  requestId: randomUUID(),
  answersId,
  text,
})
const said = async (who = worker()) => (await who.handoffMessage.byHandoff({ handoffId })).messages
const openFor = async (serviceId: string) => {
  const { rows } = await scene.owner.query(`select ${openQuestionSql('h')} as open from handoff h where h.id = $2`, [
    serviceId,
    handoffId,
  ])
  return rows[0]?.open
}

describe('question and answer on a handoff', () => {
  it('stand in the record, seen by the other end, open until answered', async () => {
    await worker().handoffMessage.write(saying('Which pharmacy?'))
    expect(await openFor(scene.services.northgate)).toBe('ours')
    expect(await openFor(scene.services.harbour)).toBe('theirs')
    const inbox = await worker().handoff.inbox({ tab: 'new', page: 1 } as never)
    expect(inbox.rows.find(({ id }) => id === handoffId)?.openQuestion).toBe('theirs')
    const sent = await nurse().handoff.sent({ tab: 'waiting', page: 1 } as never)
    expect(sent.rows.flatMap(({ handoffs }) => handoffs).find(({ id }) => id === handoffId)?.openQuestion).toBe('ours')
    const [asked] = await said(nurse())
    expect(asked).toMatchObject({ text: 'Which pharmacy?', isOurs: false, mayAnswer: true, isAnswered: false })
    await nurse().handoffMessage.write(saying('Mill Lane.', asked?.id ?? null))
    expect(await openFor(scene.services.northgate)).toBeNull()
    expect(await openFor(scene.services.harbour)).toBeNull()
    expect(await said()).toMatchObject([
      { kind: 'question', isOurs: true, isAnswered: true, seenBy: [{ name: 'Nora Lindqvist' }] },
      { kind: 'answer', text: 'Mill Lane.', by: 'Nora Lindqvist', service: 'HMP Northgate' },
    ])
  })

  it('tells the other end that there is something to read, and not what', async () => {
    await worker().handoffMessage.write(saying('Is the methadone at Mill Lane?'))
    const { rows } = await scene.owner.query('select * from notice where handoff_id = $1', [handoffId])
    expect(rows).toMatchObject([
      { kind: 'handoff-question', service_id: scene.services.northgate, audience: 'workers' },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/methadone|Mill Lane|Hansen/)
    const [asked] = await said(nurse())
    await nurse().handoffMessage.write(saying('Yes.', asked?.id ?? null))
    const { rows: answers } = await scene.owner.query(
      `select account_id from notice where handoff_id = $1 and kind = 'handoff-answer'`,
      [handoffId],
    )
    expect(answers).toEqual([{ account_id: scene.people.harbourWorker.accountId }])
  })

  it('the same press twice is one question', async () => {
    const press = saying('Who has the key?')
    const [first, second] = await Promise.all([
      worker().handoffMessage.write(press),
      worker().handoffMessage.write(press),
    ])
    expect(second).toEqual(first)
    expect(await said()).toHaveLength(1)
  })

  it('nobody answers their own question, or one of another handoff', async () => {
    const { messageId } = await worker().handoffMessage.write(saying('Which pharmacy?'))
    await expect(
      scene.as(scene.people.harbourSecondWorker).handoffMessage.write(saying('Any.', messageId)),
    ).rejects.toMatchObject({ cause: { details: { refusal: 'handoff-message.own-question' } } })
    const other = await scene.aHandoff(one, { area: 'naloxone' })
    await expect(
      nurse().handoffMessage.write({ ...saying('Mill Lane.', messageId), handoffId: other }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('managers read and do not write; whoever has no end finds nothing', async () => {
    await worker().handoffMessage.write(saying('Which pharmacy?'))
    const manager = scene.as(scene.people.northgateManager)
    expect(await manager.handoffMessage.byHandoff({ handoffId })).toMatchObject({
      mayWrite: false,
      messages: [{ kind: 'question' }],
    })
    // A manager who looks on is nobody's answer.
    expect(await said()).toMatchObject([{ seenBy: [] }])
    await expect(manager.handoffMessage.write(saying('x'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(scene.as(scene.people.riversideWorker).handoffMessage.byHandoff({ handoffId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('an envelope holds no message, and once work has stopped nothing is asked', async () => {
    await worker().handoffMessage.write(saying('Which pharmacy?'))
    await nurse().handoff.revoke({
      ...{ handoffId, seenVersion: 0, requestId: randomUUID() },
      ...{ reason: 'sent-by-mistake', words: null },
    })
    expect(await worker().handoffMessage.byHandoff({ handoffId })).toEqual({ messages: [], mayWrite: false })
    expect(await said(nurse())).toHaveLength(1)
    await expect(nurse().handoffMessage.write(saying('x'))).rejects.toMatchObject({
      cause: { details: { refusal: 'handoff-message.over' } },
    })
    const stopped = await scene.aCase()
    handoffId = await scene.aHandoff(stopped, { status: 'accepted' })
    await nurse().custodyEpisode.recordEvent({
      ...{ episodeId: stopped.episodeId, requestId: randomUUID(), kind: 'died' },
      at: new Date('2026-03-26T08:00:00Z'),
    })
    await expect(worker().handoffMessage.write(saying('x'))).rejects.toMatchObject({
      cause: { details: { refusal: 'custody-episode.stopped' } },
    })
  })
})
