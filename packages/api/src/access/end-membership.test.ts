import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { movesOf } from '../../testing/stored-handoff.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const admin = () => scene.as(scene.people.administrator)

/** Sent to Harbour by the nurse, and taken there by this worker. */
async function taken(
  by: 'harbourWorker' | 'harbourSecondWorker' | null,
  sender = scene.people.northgateNurse,
): Promise<string> {
  const { episodeId } = await scene.aCase({
    releaseDate: '2026-04-20',
    items: [{ area: 'omt', code: 'dose-tomorrow' }],
  })
  const { handoffs } = await scene.as(sender).handoff.send({
    episodeId,
    requestId: newId(),
    seenVersion: 0,
    handoffs: [{ area: 'omt', receivingServiceId: scene.services.harbour }],
  })
  const handoffId = handoffs[0]?.handoffId ?? ''
  if (by)
    await scene.as(scene.people[by]).handoff.accept({ handoffId, seenVersion: 0, requestId: newId(), workerId: null })
  return handoffId
}

const at = async (service: 'harbour' | 'northgate', accountId: string) => {
  const { members } = await admin().access.members({ serviceId: scene.services[service] })
  return members.find((member) => member.accountId === accountId)
}

async function standing(handoffId: string) {
  const { rows } = await scene.owner.query(
    `select h.status, a.display_name as worker, s.name as accountable, h.accept_due_at is not null as waits,
       array(select step || ' ' || because from escalation e where e.handoff_id = h.id) as steps
     from handoff h join service s on s.id = h.accountable_service_id left join account a on a.id = h.worker_id where h.id = $1`,
    [handoffId],
  )
  return rows[0]
}

const ending = (of: { membershipId: string; held: number; waiting: number }, service: 'harbour' | 'northgate') => ({
  serviceId: scene.services[service],
  membershipId: of.membershipId,
  requestId: newId(),
  seen: { held: of.held, waiting: of.waiting },
})

describe('U16: whoever leaves', () => {
  it('is shown with what is open in their name, and a number that grew since is shown again', async () => {
    const { accountId } = scene.people.harbourSecondWorker
    await taken('harbourSecondWorker')
    const before = await at('harbour', accountId)
    expect(before).toMatchObject({ displayName: 'Lea Brandt', role: 'caseworker', held: 1, waiting: 0, isSelf: false })
    if (!before) throw new Error('nobody')
    const handoffId = await taken('harbourSecondWorker')
    const press = { ...ending(before, 'harbour'), heldTo: null, waiting: 'stays' as const }
    expect(await refusalOf(admin().access.endMembership(press))).toMatchObject({
      code: 'changed-meanwhile',
      details: { seen: { held: 1, waiting: 0 }, current: { held: 2, waiting: 0 } },
    })
    expect(await standing(handoffId)).toMatchObject({ status: 'accepted', worker: 'Lea Brandt' })
  })

  it('leaves what they had to a colleague, in the same transaction as the hat', async () => {
    const { accountId, membershipId } = scene.people.harbourSecondWorker
    const handoffId = await taken('harbourSecondWorker')
    const member = await at('harbour', accountId)
    if (!member) throw new Error('nobody')
    const press = {
      ...ending(member, 'harbour'),
      heldTo: scene.people.harbourWorker.accountId,
      waiting: 'stays' as const,
    }
    const done = await admin().access.endMembership(press)
    expect(done).toEqual({ passedOn: member.held, recalled: 0, putBack: 0 })
    expect(await admin().access.endMembership(press)).toEqual(done)
    expect(await standing(handoffId)).toMatchObject({
      status: 'accepted',
      worker: 'Sam Osei',
      accountable: 'Harbour Recovery',
      steps: ['taken-from-worker given-to'],
    })
    expect(await movesOf(scene, handoffId)).toEqual(['send', 'accept', 'reassign'])
    expect(await at('harbour', accountId)).toBeUndefined()
    const { rows } = await scene.owner.query(
      `select n.kind, n.account_id from notice n where n.handoff_id = $1 and n.audience = 'account'`,
      [handoffId],
    )
    expect(rows).toEqual([{ kind: 'handoff-unassigned', account_id: scene.people.harbourWorker.accountId }])
    // The hat is gone at once: no press of theirs counts any more.
    await expect(
      scene.as(scene.people.harbourSecondWorker).handoff.inbox({ tab: 'mine', page: 1 } as never),
    ).rejects.toThrow()
    await scene.owner.query('update membership set until = null where id = $1', [membershipId])
    await scene.owner.query('update account set disabled_at = null where id = $1', [accountId])
    await scene.owner.query('update session set ended_at = null, ended_because = null where account_id = $1', [
      accountId,
    ])
  })

  it('or to the service, which has to name somebody in time', async () => {
    const { accountId, membershipId } = scene.people.harbourSecondWorker
    const handoffId = await taken('harbourSecondWorker')
    const member = await at('harbour', accountId)
    if (!member) throw new Error('nobody')
    await admin().access.endMembership({ ...ending(member, 'harbour'), heldTo: null, waiting: 'stays' })
    expect(await standing(handoffId)).toMatchObject({
      status: 'acknowledged',
      worker: null,
      accountable: 'Harbour Recovery',
      waits: true,
      steps: ['taken-from-worker put-back'],
    })
    await scene.owner.query('update membership set until = null where id = $1', [membershipId])
    await scene.owner.query('update account set disabled_at = null where id = $1', [accountId])
    await scene.owner.query('update session set ended_at = null, ended_because = null where account_id = $1', [
      accountId,
    ])
  })

  it.each([
    ['is-recalled', 'revoked', 1],
    ['stays', 'sent', 0],
  ] as const)('what they sent and nobody acknowledged: %s', async (waiting, status, recalled) => {
    const { accountId, membershipId } = scene.people.northgateSecondNurse
    const handoffId = await taken(null, scene.people.northgateSecondNurse)
    const member = await at('northgate', accountId)
    if (!member) throw new Error('nobody')
    expect(member).toMatchObject({ held: 0, waiting: 1 })
    const press = { ...ending(member, 'northgate'), heldTo: null, waiting }
    expect(await admin().access.endMembership(press)).toEqual({ passedOn: 0, recalled, putBack: 0 })
    expect(await standing(handoffId)).toMatchObject({ status, accountable: 'HMP Northgate' })
    await scene.owner.query('update membership set until = null where id = $1', [membershipId])
    await scene.owner.query('update account set disabled_at = null where id = $1', [accountId])
    await scene.owner.query('update session set ended_at = null, ended_because = null where account_id = $1', [
      accountId,
    ])
  })

  it('leaves items to nobody in particular, with their history, and the managers are told', async () => {
    const { accountId, membershipId } = scene.people.northgateSecondNurse
    const one = await scene.aCase({
      items: [
        { area: 'housing', code: 'apply-for-bed' },
        { area: 'omt', code: 'confirm-dose' },
      ],
    })
    const { rows: items } = await scene.owner.query<{ id: string; version: number }>(
      'select id, version from checklist_item where episode_id = $1 order by code',
      [one.episodeId],
    )
    await scene.as(scene.people.northgateNurse).checklist.assign({
      items: items.map(({ id, version }) => ({ itemId: id, seenVersion: version })),
      toAccountId: accountId,
      requestId: newId(),
    })
    // What is finished keeps the name of who was to do it.
    await scene.owner.query(`update checklist_item set status = 'done' where id = $1`, [items[0]?.id])
    const member = await at('northgate', accountId)
    if (!member) throw new Error('nobody')
    const press = { ...ending(member, 'northgate'), heldTo: null, waiting: 'stays' as const }
    expect(await admin().access.endMembership(press)).toMatchObject({ putBack: 1 })
    expect(await admin().access.endMembership(press)).toMatchObject({ putBack: 1 })
    const { rows } = await scene.owner.query(
      `select i.assigned_to as to, i.version - $2::int as moved,
         (select count(*)::int from item_edit e where e.item_id = i.id and e.field = 'assigned-to' and e.new_value is null) as lines,
         (select count(*)::int from notice n where n.kind = 'items-unassigned' and n.audience = 'managers' and n.service_id = $3) as told
       from checklist_item i where i.episode_id = $1 order by i.code`,
      [one.episodeId, items[0]?.version, scene.services.northgate],
    )
    expect(rows).toEqual([
      { to: accountId, moved: 1, lines: 0, told: 1 },
      { to: null, moved: 2, lines: 1, told: 1 },
    ])
    await scene.owner.query('update membership set until = null where id = $1', [membershipId])
    await scene.owner.query('update account set disabled_at = null where id = $1', [accountId])
    await scene.owner.query('update session set ended_at = null, ended_because = null where account_id = $1', [
      accountId,
    ])
  })

  it('nobody takes away their own hat, gives work to an outsider, or does it as a worker', async () => {
    const { membershipId } = scene.people.administrator
    const own = { serviceId: scene.services.administration, membershipId, requestId: newId() }
    const rest = { seen: { held: 0, waiting: 0 }, heldTo: null, waiting: 'stays' as const }
    expect((await refusalOf(admin().access.endMembership({ ...own, ...rest }))).code).toBe('not-allowed')
    const member = await at('harbour', scene.people.harbourSecondWorker.accountId)
    if (!member) throw new Error('nobody')
    const outsider = { ...ending(member, 'harbour'), heldTo: scene.people.riversideWorker.accountId }
    expect((await refusalOf(admin().access.endMembership({ ...outsider, waiting: 'stays' }))).code).toBe(
      'invalid-input',
    )
    const worker = scene.as(scene.people.harbourWorker)
    expect((await refusalOf(worker.access.members({ serviceId: scene.services.harbour }))).code).toBe('not-allowed')
  })
})
