import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handoffInStatus } from '../../testing/handoff-in-status.ts'
import { aPress, refusalOf, untilAnswered } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { itemsOf, movesOf } from '../../testing/stored-handoff.ts'
import type { AppError } from '../app-error.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse).handoff
const harbour = () => scene.as(scene.people.harbourWorker).handoff
const riverside = () => scene.as(scene.people.riversideWorker).handoff
const WHY = { reason: 'other', words: 'said in a test' } as const

describe('U2: a rejected handoff goes back to whoever sent it, and to nobody else', () => {
  it('of three services and two prisons, through a chain of two rejections', async () => {
    const one = await scene.aCase()
    const first = await scene.aHandoff(one)
    await harbour().reject({ ...aPress(first), ...WHY })
    const { handoffs } = await nurse().resend({
      ...aPress(first, 1),
      receivingServiceId: scene.services.riverside,
      words: null,
    })
    const second = handoffs[0]?.handoffId ?? ''
    await riverside().reject({ ...aPress(second), ...WHY })
    expect((await nurse().byId({ handoffId: second })).accountableName).toBe('HMP Northgate')
    const sent = await nurse().sent({ tab: 'needs-action', page: 1 })
    expect(sent.rows.filter(({ episodeId }) => episodeId === one.episodeId)).toHaveLength(1)
    const eastfield = scene.as(scene.people.eastfieldNurse).handoff
    expect((await eastfield.sent({ tab: 'needs-action', page: 1 })).rows).toEqual([])
    for (const inbox of [harbour(), riverside()])
      for (const tab of ['new', 'acknowledged', 'overdue'] as const)
        expect((await inbox.inbox({ tab, page: 1 })).rows.map(({ episodeId }) => episodeId)).not.toContain(
          one.episodeId,
        )
    const { rows: told } = await scene.owner.query(
      `select s.name from notice n join service s on s.id = n.service_id where n.handoff_id = $1 and n.kind = 'handoff-rejected'`,
      [second],
    )
    expect(told).toEqual([{ name: 'HMP Northgate' }])
  })
})

describe('U6: the sender and its manager take it back at any time before it is done', () => {
  it.each(
    (['sent', 'acknowledged', 'accepted', 'in-progress', 'returned'] as const).flatMap((status) =>
      (['northgateNurse', 'northgateManager'] as const).map((who) => [status, who] as const),
    ),
  )('%s, by the %s', async (status, who) => {
    const { handoffId, episodeId, version } = await handoffInStatus(scene, status)
    const by = scene.as(scene.people[who]).handoff
    expect((await by.byId({ handoffId })).may).toContain('revoke')
    await by.revoke({ ...aPress(handoffId, version), ...WHY })
    expect((await nurse().byId({ handoffId })).accountableName).toBe('HMP Northgate')
    expect(await itemsOf(scene, episodeId)).toEqual({ 'dose-tomorrow': 'HMP Northgate' })
  })

  it.each(['harbourManager', 'harbourWorker', 'eastfieldNurse'] as const)('and not by %s', async (who) => {
    const { handoffId, version } = await handoffInStatus(scene, 'accepted')
    const refusal = await refusalOf(
      scene.as(scene.people[who]).handoff.revoke({ ...aPress(handoffId, version), ...WHY }),
    )
    expect(['not-allowed', 'not-found']).toContain(refusal.code)
  })
})

describe('F05: what came too late is refused, and says how it stands', () => {
  it.each([
    [
      'revoked',
      'accept',
      (id: string, version: number) => harbour().accept({ ...aPress(id, version), workerId: null }),
    ],
    ['accepted', 'reject', (id: string, version: number) => harbour().reject({ ...aPress(id, version), ...WHY })],
    [
      'timed-out',
      'accept',
      (id: string, version: number) => harbour().accept({ ...aPress(id, version), workerId: null }),
    ],
    ['closed', 'acknowledge', (id: string, version: number) => harbour().acknowledge(aPress(id, version))],
    ['done', 'revoke', (id: string, version: number) => nurse().revoke({ ...aPress(id, version), ...WHY })],
  ] as const)('%s, then %s', async (status, _move, press) => {
    const { handoffId, version } = await handoffInStatus(scene, status)
    const before = await movesOf(scene, handoffId)
    const refusal = await refusalOf(press(handoffId, version))
    expect(refusal).toMatchObject({ code: 'refused', details: { refusal: 'handoff.not-from-here', status } })
    expect(await movesOf(scene, handoffId)).toEqual(before)
  })
})

describe('G05: two hundred people press acknowledge at once', () => {
  it('one wins, and 199 read who and when', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const workers = [scene.people.harbourWorker, scene.people.harbourSecondWorker]
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => {
        const press = aPress(handoffId)
        // On a busy machine some wait for a connection longer than the server lets anybody wait.
        return untilAnswered(() => scene.as(workers[index % 2] as Actor).handoff.acknowledge(press))
      }),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.filter((each) => each.status === 'rejected').map((each) => each.reason.cause as AppError)
    expect(lost).toHaveLength(199)
    const winners = new Set(lost.map(({ details }) => JSON.stringify([details.changedBy, details.changedAt])))
    expect(winners.size).toBe(1)
    for (const { code, details } of lost) {
      expect(code).toBe('changed-meanwhile')
      expect(details).toMatchObject({
        seen: { version: 0 },
        current: { version: 1, status: 'acknowledged' },
        changedBy: expect.stringMatching(/^(Sam Osei|Lea Brandt)$/),
        changedByService: 'Harbour Recovery',
        changedAt: expect.stringMatching(/^2026-03-26T/),
      })
    }
    expect(await movesOf(scene, handoffId)).toEqual(['send', 'acknowledge'])
  }, 120_000)
})

describe('G02: one press fifty times at once', () => {
  it('has one effect and one answer, and its id with another content is refused', async () => {
    const one = await scene.aCase()
    const press = {
      episodeId: one.episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      handoffs: [{ area: 'omt' as const, receivingServiceId: scene.services.harbour }],
    }
    const answers = await Promise.all(Array.from({ length: 50 }, () => untilAnswered(() => nurse().send(press))))
    expect(new Set(answers.map(({ handoffs }) => handoffs[0]?.handoffId)).size).toBe(1)
    const { rows } = await scene.owner.query('select count(*)::int as n from handoff where episode_id = $1', [
      one.episodeId,
    ])
    expect(rows).toEqual([{ n: 1 }])
    const other = { ...press, handoffs: [{ area: 'omt' as const, receivingServiceId: scene.services.riverside }] }
    expect((await refusalOf(nurse().send(other))).code).toBe('request-reused')
  })
})

describe('returned for information', () => {
  it('is the sender’s again with its question, and the answer goes out with a new handoff to the same service', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const first = await scene.aHandoff(one)
    await harbour().acknowledge(aPress(first))
    await harbour().return({ ...aPress(first, 1), words: 'Which pharmacy does he use?' })
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'HMP Northgate' })
    const asked = await nurse().byId({ handoffId: first })
    expect(asked).toMatchObject({ status: 'returned', accountableName: 'HMP Northgate', may: ['resend', 'revoke'] })
    expect(asked.question).toBe('Which pharmacy does he use?')
    const needs = await nurse().sent({ tab: 'needs-action', page: 1 })
    expect(needs.rows.map(({ episodeId }) => episodeId)).toContain(one.episodeId)
    const { areas } = await nurse().receivers({ episodeId: one.episodeId })
    expect(areas.find(({ area }) => area === 'omt')?.standing?.question).toBe('Which pharmacy does he use?')

    const { handoffs } = await nurse().resend({
      ...aPress(first, 2),
      receivingServiceId: scene.services.harbour,
      words: 'The one in Mill Lane.',
    })
    const second = handoffs[0]?.handoffId ?? ''
    const answered = await harbour().byId({ handoffId: second })
    expect(answered).toMatchObject({ status: 'sent', attempt: 2, said: 'The one in Mill Lane.' })
    expect(await movesOf(scene, first)).toEqual(['send', 'acknowledge', 'return', 'resend'])
    await harbour().accept({ ...aPress(second), workerId: null })
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'Harbour Recovery' })
  })
})

describe('a rejection, or a silence, is reviewed by the sender', () => {
  it('counts as open until then, and what the review found is kept', async () => {
    const { handoffId, episodeId, version } = await handoffInStatus(scene, 'rejected')
    const stands = async () => {
      const holds = await Promise.all(
        SENT_TABS.map(async (tab) => {
          const { rows } = await nurse().sent({ tab, page: 1 })
          return rows.some((row) => row.episodeId === episodeId) ? tab : null
        }),
      )
      return holds.filter((tab) => tab !== null)
    }
    expect(await stands()).toEqual(['needs-action'])
    await nurse().close({ ...aPress(handoffId, version), reason: 'settled-by-telephone', words: null })
    expect(await stands()).toEqual(['ended'])
    const { moves } = await nurse().byId({ handoffId })
    expect(moves.at(-1)).toMatchObject({ move: 'close', by: 'Nora Lindqvist', reason: 'settled-by-telephone' })
  })

  it('sent on by two at once: one is taken, and the other one reads that it changed', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { handoffId, version } = await handoffInStatus(scene, 'timed-out')
      const came = await Promise.all(
        [scene.services.harbour, scene.services.riverside].map((receivingServiceId) =>
          nurse()
            .resend({ ...aPress(handoffId, version), receivingServiceId, words: null })
            .then(() => 'taken')
            .catch(({ cause }: { cause: AppError }) => cause.code),
        ),
      )
      expect(came.toSorted()).toEqual(['changed-meanwhile', 'taken'])
    }
  })

  it('is not sent on a second time where a fallback has it', async () => {
    const { handoffId, episodeId, version } = await handoffInStatus(scene, 'timed-out')
    await scene.owner.query(
      `insert into handoff (id, episode_id, person_id, send_set_id, area, kind, sending_service_id, receiving_service_id,
         accountable_service_id, status, carries, due_at, sent_at, attempt, previous_id)
       select $1, h.episode_id, h.person_id, h.send_set_id, h.area, h.kind, h.sending_service_id, $2, $2, 'sent', h.carries,
         app.now() + interval '2 hours', app.now(), 2, h.id from handoff h where h.id = $3`,
      [randomUUID(), scene.services.riverside, handoffId],
    )
    expect(await itemsOf(scene, episodeId)).toEqual({ 'dose-tomorrow': 'Riverside Recovery' })
    const again = { ...aPress(handoffId, version), receivingServiceId: scene.services.harbour, words: null }
    expect((await refusalOf(nurse().resend(again))).details).toMatchObject({ refusal: 'handoff.sent-on-already' })
    expect((await nurse().byId({ handoffId })).may).toEqual(['close'])
    await nurse().close({ ...aPress(handoffId, version), reason: 'fallback-has-it', words: null })
    const { areas } = await nurse().receivers({ episodeId })
    expect(areas.find(({ area }) => area === 'omt')?.state).toBe('sent')
  })
})

describe('done, with what came of it', () => {
  it('is told to the sender, and another worker can have it before', async () => {
    const { handoffId, version } = await handoffInStatus(scene, 'accepted')
    const worker = scene.people.harbourSecondWorker.accountId
    await harbour().start(aPress(handoffId, version))
    await harbour().accept({ ...aPress(handoffId, version + 1), workerId: worker })
    expect(await nurse().byId({ handoffId })).toMatchObject({ status: 'accepted', worker: 'Lea Brandt' })
    await harbour().finish({ ...aPress(handoffId, version + 2), outcome: 'other', words: 'moved to another town' })
    const seen = await nurse().byId({ handoffId })
    expect(seen).toMatchObject({ status: 'done', outcome: 'other', accountableName: 'Harbour Recovery' })
    expect(seen.moves.at(-1)?.reason).toBe('other: moved to another town')
    expect(await movesOf(scene, handoffId)).toEqual(['send', 'accept', 'start', 'reassign', 'finish'])
  })
})
