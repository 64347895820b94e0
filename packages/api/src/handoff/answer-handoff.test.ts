import { randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import type { AppError } from '../app-error.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const press = (handoffId: string, seenVersion = 0) => ({ handoffId, seenVersion, requestId: randomUUID() })
const refusalOf = async (pressed: Promise<unknown>): Promise<AppError> => {
  const error = await pressed.then(
    () => null,
    (thrown: { cause: unknown }) => thrown.cause,
  )
  if (!error) throw new Error('it was not refused')
  return error as AppError
}
const itemsOf = async (episodeId: string) => {
  const { rows } = await scene.owner.query<{ code: string; service: string; version: number }>(
    `select i.code, s.name as service, i.version from checklist_item i join service s on s.id = i.accountable_service_id
     where i.episode_id = $1 order by i.code`,
    [episodeId],
  )
  return Object.fromEntries(rows.map((row) => [row.code, row.service]))
}
const movesOf = async (handoffId: string) => {
  const { rows } = await scene.owner.query<{ move: string; reason: string | null }>(
    'select move, reason from handoff_move where handoff_id = $1 order by at, id',
    [handoffId],
  )
  return rows
}
const partOf = async (episodeId: string, service: string) => {
  const { rows } = await scene.owner.query<{ relation: string; categories: string[] }>(
    'select relation, categories from case_part where episode_id = $1 and service_id = $2',
    [episodeId, service],
  )
  return rows[0] ?? null
}

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
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(press(handoffId))
    expect(await itemsOf(one.episodeId)).toEqual({
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
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(press(handoffId))
    expect(await itemsOf(one.episodeId)).toEqual({ letter: 'Harbour Recovery' })
  })

  it('has one effect when the same press arrives twice, and the same answer', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const twice = press(handoffId)
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const answers = await Promise.all([harbour.acknowledge(twice), harbour.acknowledge(twice)])
    expect(answers[0]).toEqual(answers[1])
    expect((await movesOf(handoffId)).map(({ move }) => move)).toEqual(['send', 'acknowledge'])
    const other = await refusalOf(harbour.acknowledge({ ...twice, seenVersion: 1 }))
    expect(other.code).toBe('request-reused')
  })

  it('pressed twenty times at once is won by one; the others read who and when', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const workers = [scene.people.harbourWorker, scene.people.harbourSecondWorker]
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        scene.as(workers[index % 2] as Actor).handoff.acknowledge(press(handoffId)),
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
    expect(await movesOf(handoffId)).toHaveLength(2)
  })

  it('on a page that is older than a recall shows both versions', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    await scene
      .as(scene.people.northgateNurse)
      .handoff.revoke({ ...press(handoffId), reason: 'release-changed', words: null })
    const refusal = await refusalOf(scene.as(scene.people.harbourWorker).handoff.acknowledge(press(handoffId)))
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
      outsider.acknowledge(press(id)),
      outsider.acknowledge(press(id, 7)),
      outsider.accept({ ...press(id), workerId: null }),
      outsider.reject({ ...press(id), reason: 'no-capacity', words: null }),
      outsider.finish(press(id)),
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
        eastfield.revoke({ ...press(handoffId), reason: 'other', words: 'not mine' }),
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
    const moved = await scene.as(scene.people.harbourWorker).handoff.accept({ ...press(handoffId), workerId: null })
    expect(moved).toEqual({ handoffId, version: 1, status: 'accepted' })
    const seen = await scene.as(scene.people.northgateNurse).handoff.byId({ handoffId })
    expect(seen).toMatchObject({ worker: 'Sam Osei', acknowledgedBy: 'Sam Osei', accountableName: 'Harbour Recovery' })
    expect(await itemsOf(one.episodeId)).toEqual({ dose: 'Harbour Recovery' })
  })

  it('puts it in a colleague’s name, and in nobody’s who does not work there', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const harbour = scene.as(scene.people.harbourWorker).handoff
    const elsewhere = await refusalOf(
      harbour.accept({ ...press(handoffId), workerId: scene.people.riversideWorker.accountId }),
    )
    expect(elsewhere.fields).toEqual([{ path: 'workerId', fault: 'handoff.workerId.not-a-colleague' }])
    await harbour.accept({ ...press(handoffId), workerId: scene.people.harbourSecondWorker.accountId })
    expect((await harbour.byId({ handoffId })).worker).toBe('Lea Brandt')
  })

  it('a manager names a worker and cannot take it', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const manager = scene.as(scene.people.harbourManager).handoff
    expect((await refusalOf(manager.accept({ ...press(handoffId), workerId: null }))).fields).toEqual([
      { path: 'workerId', fault: 'handoff.workerId.missing' },
    ])
    await manager.accept({ ...press(handoffId), workerId: scene.people.harbourWorker.accountId })
    expect((await manager.byId({ handoffId })).worker).toBe('Sam Osei')
  })
})

describe('rejecting', () => {
  it('puts it under what needs action with the sender, who is accountable, in the same second', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const handoffId = await scene.aHandoff(one)
    await scene.as(scene.people.harbourWorker).handoff.acknowledge(press(handoffId))
    await scene
      .as(scene.people.harbourWorker)
      .handoff.reject({ ...press(handoffId, 1), reason: 'other', words: 'the unit is flooded' })
    const sent = await scene.as(scene.people.northgateNurse).handoff.sent({ tab: 'needs-action', page: 1 })
    const row = sent.rows.find(({ episodeId }) => episodeId === one.episodeId)
    expect(row?.handoffs).toMatchObject([
      { id: handoffId, status: 'rejected', rejectedReason: 'other: the unit is flooded' },
    ])
    for (const tab of ['waiting', 'taken'] as const) {
      const other = await scene.as(scene.people.northgateNurse).handoff.sent({ tab, page: 1 })
      expect(other.rows.map(({ episodeId }) => episodeId)).not.toContain(one.episodeId)
    }
    expect(await itemsOf(one.episodeId)).toEqual({ dose: 'HMP Northgate' })
    const seen = await scene.as(scene.people.northgateNurse).handoff.byId({ handoffId })
    expect(seen.accountableName).toBe('HMP Northgate')
    expect(seen.may).toEqual(['resend', 'close'])
  })

  it('asks for a reason, and for words with "other"', async () => {
    const handoffId = await scene.aHandoff(await scene.aCase())
    const harbour = scene.as(scene.people.harbourWorker).handoff
    await expect(harbour.reject({ ...press(handoffId), reason: 'other', words: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(harbour.reject({ ...press(handoffId), reason: '' as never, words: null })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('resending', () => {
  it('closes the old one, counts the attempt, and keeps the whole history for the sender alone', async () => {
    const one = await scene.aCase()
    const first = await scene.aHandoff(one)
    const nurse = scene.as(scene.people.northgateNurse).handoff
    await scene.as(scene.people.harbourWorker).handoff.reject({ ...press(first), reason: 'no-capacity', words: null })
    const again = press(first, 1)
    const answers = await Promise.all([
      nurse.resend({ ...again, receivingServiceId: scene.services.riverside }),
      nurse.resend({ ...again, receivingServiceId: scene.services.riverside }),
    ])
    expect(answers[0]).toEqual(answers[1])
    const second = answers[0].handoffs[0]?.handoffId as string
    const seen = await nurse.byId({ handoffId: second })
    expect(seen).toMatchObject({ attempt: 2, status: 'sent', earlier: [{ id: first, attempt: 1, status: 'closed' }] })
    expect(seen.earlier[0]?.moves.map(({ move }) => move)).toEqual(['send', 'reject', 'close'])
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
    await scene.as(scene.people.harbourWorker).handoff.reject({ ...press(first), reason: 'no-capacity', words: null })
    const refusal = await refusalOf(
      scene
        .as(scene.people.northgateNurse)
        .handoff.resend({ ...press(first, 1), receivingServiceId: scene.services.haven }),
    )
    expect(refusal.fields).toEqual([{ path: 'receivingServiceId', fault: 'handoff.receivingServiceId.cannot-receive' }])
    expect((await movesOf(first)).map(({ move }) => move)).toEqual(['send', 'reject'])
  })
})

describe('taking back', () => {
  it('ends the receiver’s access at once, gives the items back, and leaves the envelope', async () => {
    const one = await scene.aCase({ items: [{ area: 'omt', code: 'dose' }] })
    const handoffId = await scene.aHandoff(one)
    const harbour = scene.as(scene.people.harbourWorker).handoff
    await harbour.accept({ ...press(handoffId), workerId: null })
    expect((await partOf(one.episodeId, scene.services.harbour))?.relation).toBe('accepted')
    await scene
      .as(scene.people.northgateManager)
      .handoff.revoke({ ...press(handoffId, 1), reason: 'going-elsewhere', words: null })
    expect(await partOf(one.episodeId, scene.services.harbour)).toEqual({ relation: 'ended', categories: [] })
    expect(await itemsOf(one.episodeId)).toEqual({ dose: 'HMP Northgate' })
    const envelope = await harbour.byId({ handoffId })
    expect(envelope).toMatchObject({ status: 'revoked', episodeId: null, may: [] })
    expect(JSON.stringify(envelope)).not.toContain('Hansen')
    const { rows } = await harbour.inbox({ tab: 'acknowledged', page: 1 })
    expect(rows.map(({ id }) => id)).not.toContain(handoffId)
  })

  it('of one area leaves the other areas of the same service alone', async () => {
    const one = await scene.aCase()
    const omt = await scene.aHandoff(one, { area: 'omt' })
    const support = await scene.aHandoff(one, { area: 'support' })
    const nurse = scene.as(scene.people.northgateNurse).handoff
    await nurse.revoke({ ...press(omt), reason: 'sent-by-mistake', words: null })
    expect(await partOf(one.episodeId, scene.services.harbour)).toEqual({
      relation: 'offered',
      categories: ['identity', 'release', 'support'],
    })
    const harbour = scene.as(scene.people.harbourWorker).handoff
    expect((await harbour.byId({ handoffId: omt })).episodeId).toBeNull()
    expect((await harbour.byId({ handoffId: support })).episodeId).toBe(one.episodeId)
  })
})
