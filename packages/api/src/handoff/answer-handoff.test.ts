import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress, refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { itemsOf, movesOf } from '../../testing/stored-handoff.ts'
import type { AppError } from '../app-error.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

describe('acknowledging', () => {
  it('moves what the area needs to the receiver and leaves the rest and the prison its own', async () => {
    const one = await scene.aCase({
      items: [
        { area: 'omt', code: 'prescriber-booked' },
        { area: 'omt', code: 'letter-in-bag' },
        { area: 'omt', code: 'regime-confirmed' },
        { area: 'housing', code: 'bed-tonight' },
      ],
    })
    await scene.owner.query(
      `update checklist_item set owner_side = 'prison' where episode_id = $1 and code = 'letter-in-bag'`,
      [one.episodeId],
    )
    await scene.owner.query(
      `update checklist_item set status = 'done' where episode_id = $1 and code = 'regime-confirmed'`,
      [one.episodeId],
    )
    const handoffId = await scene.aHandoff(one)
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(aPress(handoffId))
    expect(await itemsOf(scene, one.episodeId)).toEqual({
      'prescriber-booked': 'Harbour Recovery',
      'letter-in-bag': 'HMP Northgate',
      'regime-confirmed': 'HMP Northgate',
      'bed-tonight': 'HMP Northgate',
    })
  })

  it('after release takes the open work of the prison along', async () => {
    const one = await scene.aCase({
      releasedAt: new Date('2026-03-26T08:00:00Z'),
      items: [{ area: 'omt', code: 'letter' }],
    })
    await scene.owner.query(`update checklist_item set owner_side = 'prison' where episode_id = $1`, [one.episodeId])
    const handoffId = await scene.aHandoff(one)
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(aPress(handoffId))
    expect(await itemsOf(scene, one.episodeId)).toEqual({ letter: 'Harbour Recovery' })
  })

  it('G03: has one effect when the same press arrives twice, and the same answer', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const twice = aPress(handoffId)
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const answers = await Promise.all([harbour.acknowledge(twice), harbour.acknowledge(twice)])
    expect(answers[0]).toEqual(answers[1])
    expect(await movesOf(scene, handoffId)).toEqual(['send', 'acknowledge'])
    const other = await refusalOf(harbour.acknowledge({ ...twice, seenVersion: 1 }))
    expect(other.code).toBe('request-reused')
  })

  it('F04: pressed twenty times at once is won by one; the others read who and when', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const workers = [scene.people.harbourWorker, scene.people.harbourSecondWorker]
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        scene.as(workers[index % 2] as Actor).handoff.acknowledge(aPress(handoffId)),
      ),
    )
    const won = results.filter((one) => one.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const one of results.filter((each) => each.status === 'rejected')) {
      const refusal = (one.reason as { cause: AppError }).cause
      expect(refusal.code).toBe('changed-meanwhile')
      expect(refusal.details).toMatchObject({
        seen: { version: 0 },
        current: { version: 1, status: 'acknowledged' },
        changedBy: expect.stringMatching(/^(Sam Osei|Lea Brandt)$/),
        changedByService: 'Harbour Recovery',
        changedAt: expect.stringMatching(/^2026-03-26T/),
      })
    }
    expect(await movesOf(scene, handoffId)).toHaveLength(2)
  })

  it('G01: on a page that is older than a recall shows both versions', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    await scene
      .as(scene.people.northgateNurse)
      .handoff.revoke({ ...aPress(handoffId), reason: 'release-changed', words: null })
    const refusal = await refusalOf(scene.as(scene.people.harbourWorker).handoff.acknowledge(aPress(handoffId)))
    expect(refusal.code).toBe('changed-meanwhile')
    expect(refusal.details).toMatchObject({
      seen: { version: 0 },
      current: { version: 1, status: 'revoked' },
      changedBy: 'Nora Lindqvist',
    })
  })
})

describe('for a service that is no end of it', () => {
  it('a handoff of others and none at all give the very same answer, for every press and look', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const outsider = scene.as(scene.people.riversideWorker).handoff
    const tries = (id: string) => [
      outsider.byId({ handoffId: id }),
      outsider.acknowledge(aPress(id)),
      outsider.acknowledge(aPress(id, 7)),
      outsider.accept({ ...aPress(id), workerId: null }),
      outsider.reject({ ...aPress(id), reason: 'no-capacity', words: null }),
      outsider.return({ ...aPress(id), words: 'Which pharmacy?' }),
      outsider.start(aPress(id)),
      outsider.finish({ ...aPress(id), outcome: 'as-planned', words: null }),
    ]
    const told = async (id: string) =>
      Promise.all(
        tries(id).map(async (pressed) => {
          const { code, details, fields } = await refusalOf(pressed)
          return { code, details, fields }
        }),
      )
    expect(await told(handoffId)).toEqual(await told(randomUUID()))
    expect((await told(handoffId)).every(({ code }) => code === 'not-found')).toBe(true)
  })

  it('nothing shows in its inbox, and another prison can neither send nor recall', async () => {
    const one = await scene.aCase()
    const handoffId = await scene.aHandoff(one)
    const inbox = await scene.as(scene.people.riversideWorker).handoff.inbox({ tab: 'new', page: 1 })
    expect(inbox.counts).toEqual({ new: 0, acknowledged: 0, mine: 0, unassigned: 0, overdue: 0 })
    const eastfield = scene.as(scene.people.eastfieldNurse).handoff
    const refusals = await Promise.all(
      [
        eastfield.receivers({ episodeId: one.episodeId }),
        eastfield.revoke({ ...aPress(handoffId), reason: 'other', words: 'not mine' }),
        eastfield.send({
          episodeId: one.episodeId,
          requestId: randomUUID(),
          seenVersion: 0,
          handoffs: [{ area: 'naloxone', receivingServiceId: scene.services.harbour }],
        }),
      ].map(refusalOf),
    )
    expect(refusals.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found'])
  })

  it('a housing service sees the handoff of its area and no other', async () => {
    const one = await scene.aCase()
    const omt = await scene.aHandoff(one, { area: 'omt' })
    const housing = await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    const haven = scene.as(scene.people.havenWorker).handoff
    expect((await refusalOf(haven.byId({ handoffId: omt }))).code).toBe('not-found')
    const seen = await haven.byId({ handoffId: housing })
    expect(seen.carries).toEqual(['identity', 'release', 'housing', 'belongings'])
    const { rows } = await haven.inbox({ tab: 'new', page: 1 })
    expect(rows.map(({ area }) => area)).toEqual(['housing'])
    expect(JSON.stringify(rows)).not.toContain('omt')
  })
})

describe('accepting', () => {
  it('what is only sent says both: the service has it, and so has this worker', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const handoffId = await scene.aHandoff(one)
    const moved = await scene.as(scene.people.harbourWorker).handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(moved).toEqual({ handoffId, version: 1, status: 'accepted' })
    const seen = await scene.as(scene.people.northgateNurse).handoff.byId({ handoffId })
    expect(seen).toMatchObject({ worker: 'Sam Osei', acknowledgedBy: 'Sam Osei', accountableName: 'Harbour Recovery' })
    expect(await itemsOf(scene, one.episodeId)).toEqual({ dose: 'Harbour Recovery' })
  })

  it('puts it in a colleague’s name, and in nobody’s who does not work there', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const elsewhere = await refusalOf(
      harbour.accept({ ...aPress(handoffId), workerId: scene.people.riversideWorker.accountId }),
    )
    expect(elsewhere.fields).toEqual([{ path: 'workerId', fault: 'handoff.workerId.not-a-colleague' }])
    await harbour.accept({ ...aPress(handoffId), workerId: scene.people.harbourSecondWorker.accountId })
    expect((await harbour.byId({ handoffId })).worker).toBe('Lea Brandt')
  })

  it('a manager names a worker and cannot take it', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const manager = scene.as(scene.people.harbourManager).handoff
    expect((await refusalOf(manager.accept({ ...aPress(handoffId), workerId: null }))).fields).toEqual([
      { path: 'workerId', fault: 'handoff.workerId.missing' },
    ])
    await manager.accept({ ...aPress(handoffId), workerId: scene.people.harbourWorker.accountId })
    expect((await manager.byId({ handoffId })).worker).toBe('Sam Osei')
  })
})
