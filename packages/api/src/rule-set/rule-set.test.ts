import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { ProposeRuleSetInput } from '@throughcare/domain/rule-set/rule-set-inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let approver: Actor
let secondApprover: Actor
beforeAll(async () => {
  scene = await openScene()
  approver = await withGrant(scene.people.harbourWorker)
  secondApprover = await withGrant(scene.people.northgateNurse)
})
afterAll(() => scene.close())

async function withGrant(actor: Actor): Promise<Actor> {
  await scene.owner.query(`update membership set grants = '{approver}' where id = $1`, [actor.membershipId])
  return { ...actor, grants: ['approver'] }
}

const admin = () => scene.as(scene.people.administrator)
const BANDS = [
  { fromDays: 1, appliesTo: 'titration', state: 'ring-prescriber' },
  { fromDays: 4, appliesTo: 'everyone', state: 'ring-prescriber' },
] as const

function proposal(said: Partial<ProposeRuleSetInput> = {}): ProposeRuleSetInput {
  return {
    requestId: newId(),
    seenVersion: 0,
    scope: { country: null, serviceId: scene.services.harbour },
    rules: { kind: 'routing-by-days', body: { bands: [...BANDS] } },
    ownWords: 'From the fourth day: ring Dr Moss before any dose.',
    source: 'Harbour dosing protocol',
    edition: '3',
    reviewBy: getPlainDate('2027-03-01'),
    ...said,
  }
}

const versionsOf = (serviceId: string, kind: 'routing-by-days' | 'depot-windows' = 'routing-by-days') =>
  scene
    .as(scene.people.millLaneWorker)
    .ruleSet.byKind({ kind, scope: { country: null, serviceId }, leftId: null, rightId: null })

/** A service of its own for each test, in the same country. */
async function anotherService(country = 'GB'): Promise<string> {
  const id = newId()
  await scene.owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
     select $1::uuid, 'Elsewhere', 'dosing-point', $2, id, 'Europe/London', true, '{}' from area limit 1`,
    [id, country],
  )
  return id
}

async function proposedAt(serviceId: string, seenVersion = 0): Promise<string> {
  const press = proposal({ scope: { country: null, serviceId }, seenVersion })
  return (await admin().ruleSet.propose(press)).ruleSetVersionId
}

const press = (ruleSetVersionId: string, seenVersion = 0) => ({ ruleSetVersionId, seenVersion, requestId: newId() })

describe('a version, from the proposal to the second person’s yes', () => {
  it('holds only once somebody else approved it, and stands beside what held before', async () => {
    const serviceId = await anotherService()
    const id = await proposedAt(serviceId)
    const before = await versionsOf(serviceId)
    expect(before.holding).toMatchObject({ id: 'routing-by-days', approver: null, mark: 'S2' })
    expect(before.versions).toMatchObject([{ state: 'proposed', version: 1, proposedByName: 'Ada Holm' }])
    expect(before.beside?.left).toEqual({ version: 1, state: 'shipped', ruleSetVersionId: null })
    expect(before.beside?.lines.filter(({ differs }) => differs).length).toBeGreaterThan(4)

    await scene.as(approver).ruleSet.approve(press(id))
    const after = await versionsOf(serviceId)
    expect(after.holding).toMatchObject({
      id: `routing-by-days@${serviceId}`,
      version: 1,
      approver: 'Sam Osei',
      mark: 'local',
      ownWords: 'From the fourth day: ring Dr Moss before any dose.',
      reviewPassed: false,
    })
    expect((await scene.as(scene.people.havenWorker).ruleSet.list()).inForce).toContainEqual(
      expect.objectContaining({ id: `routing-by-days@${serviceId}`, reach: 'service' }),
    )
  })

  it('is followed by the next one, which alone is in force', async () => {
    const serviceId = await anotherService()
    await scene.as(approver).ruleSet.approve(press(await proposedAt(serviceId)))
    const second = await proposedAt(serviceId, 1)
    await scene.as(secondApprover).ruleSet.approve(press(second))
    const { versions, holding } = await versionsOf(serviceId)
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'approved'],
      [1, 'superseded'],
    ])
    expect(holding).toMatchObject({ version: 2, approver: 'Nora Lindqvist' })
  })

  it('says when its review date has passed, and goes on holding', async () => {
    const serviceId = await anotherService()
    const soon = { ...proposal({ scope: { country: null, serviceId } }), reviewBy: getPlainDate('2026-03-27') }
    const { ruleSetVersionId } = await admin().ruleSet.propose(soon)
    await scene.as(approver).ruleSet.approve(press(ruleSetVersionId))
    await scene.setClock(new Date('2026-04-28T09:00:00Z'))
    expect((await versionsOf(serviceId)).holding).toMatchObject({ version: 1, reviewPassed: true })
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  })

  it('gives way to the wider one when it is withdrawn, by an approver and with a reason', async () => {
    const serviceId = await anotherService()
    const id = await proposedAt(serviceId)
    await scene.as(approver).ruleSet.approve(press(id))
    const out = { ...press(id, 1), reason: 'the protocol was taken back' }
    await expect(admin().ruleSet.withdraw(out)).rejects.toMatchObject({ cause: { code: 'not-allowed' } })
    await scene.as(approver).ruleSet.withdraw({ ...out, requestId: newId() })
    const { holding, versions } = await versionsOf(serviceId)
    expect(holding.id).toBe('routing-by-days')
    expect(versions).toMatchObject([{ state: 'withdrawn', withdrawnBecause: 'the protocol was taken back' }])
  })
})

describe('what is refused', () => {
  it.each([
    ['a clinician without the grant', () => scene.people.riversideWorker, 'not-allowed'],
    ['an administrator', () => scene.people.administrator, 'not-allowed'],
    ['a manager', () => scene.people.harbourManager, 'not-allowed'],
    ['housing', () => scene.people.havenWorker, 'not-allowed'],
  ])('%s approves nothing', async (_name, who, code) => {
    const id = await proposedAt(await anotherService())
    await expect(scene.as(who()).ruleSet.approve(press(id))).rejects.toMatchObject({ cause: { code } })
  })

  it('who says to hold the grant and does not is stopped by the database', async () => {
    const id = await proposedAt(await anotherService())
    const boaster = { ...scene.people.riversideWorker, grants: ['approver'] }
    await expect(scene.as(boaster).ruleSet.approve(press(id))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
    const { rows } = await scene.owner.query('select state from rule_set_version where id = $1', [id])
    expect(rows).toEqual([{ state: 'proposed' }])
  })

  it('who proposed it does not approve it, under another hat either', async () => {
    const id = await proposedAt(await anotherService())
    const { accountId } = scene.people.administrator
    const hat = { ...scene.people.millLaneWorker, accountId, membershipId: newId(), grants: ['approver'] }
    await scene.owner.query(
      `insert into membership (id, account_id, service_id, role, grants) values ($1, $2, $3, 'caseworker', '{approver}')`,
      [hat.membershipId, accountId, hat.serviceId],
    )
    const sidHash = Buffer.alloc(32, 7)
    await scene.owner.query(
      `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
      [newId(), sidHash, accountId, hat.membershipId],
    )
    await expect(scene.as({ ...hat, sidHash }).ruleSet.approve(press(id))).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'rule-set.own-proposal' } },
    })
    await expect(
      scene.owner.query(
        `update rule_set_version set state = 'approved', approved_at = app.now(), approved_by = proposed_by where id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|42501)$/) })
  })

  it('nobody approves for another country', async () => {
    const id = await proposedAt(await anotherService('NO'))
    await expect(scene.as(approver).ruleSet.approve(press(id))).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'rule-set.another-country' } },
    })
  })

  it('the same press twice approves once; with another content it is refused', async () => {
    const id = await proposedAt(await anotherService())
    const once = press(id)
    expect(await scene.as(approver).ruleSet.approve(once)).toEqual(await scene.as(approver).ruleSet.approve(once))
    await expect(scene.as(approver).ruleSet.approve({ ...once, seenVersion: 1 })).rejects.toMatchObject({
      cause: { code: 'request-reused' },
    })
  })

  it('the same proposal twice is one version', async () => {
    const once = proposal({ scope: { country: null, serviceId: await anotherService() } })
    expect(await admin().ruleSet.propose(once)).toEqual(await admin().ruleSet.propose(once))
  })

  it('a stale page: approved or withdrawn meanwhile, and a version proposed meanwhile', async () => {
    const serviceId = await anotherService()
    const id = await proposedAt(serviceId)
    await scene.as(approver).ruleSet.approve(press(id))
    await expect(scene.as(secondApprover).ruleSet.approve(press(id))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { state: 'approved' }, changedBy: 'Sam Osei' } },
    })
    const late = proposal({ scope: { country: null, serviceId } })
    await expect(admin().ruleSet.propose(late)).rejects.toMatchObject({ cause: { code: 'changed-meanwhile' } })
    await expect(scene.as(secondApprover).ruleSet.approve(press(id, 1))).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'rule-set.not-proposed' } },
    })
  })

  it('a review date that is not ahead, an unknown service, both scopes, an amount', async () => {
    const fault = (fields: unknown) => ({ cause: { code: 'invalid-input', fields } })
    await expect(admin().ruleSet.propose(proposal({ reviewBy: getPlainDate('2026-03-26') }))).rejects.toMatchObject(
      fault([{ path: 'reviewBy', fault: 'rule-set.reviewBy.past' }]),
    )
    await expect(
      admin().ruleSet.propose(proposal({ scope: { country: null, serviceId: newId() } })),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
    await expect(
      admin().ruleSet.propose(proposal({ scope: { country: 'GB', serviceId: scene.services.harbour } })),
    ).rejects.toThrow('rule-set.scope.one-of-both')
    const rules = { kind: 'routing-by-days', body: { bands: BANDS.map((band) => ({ ...band, milligrams: 5 })) } }
    await expect(admin().ruleSet.propose(proposal({ rules: rules as never }))).rejects.toThrow('request.field.unknown')
  })

  it('what a version says is never rewritten, by anybody', async () => {
    const id = await proposedAt(await anotherService())
    for (const change of [`own_words = 'other'`, `version = 9`, `body = '{}'`, `approved_at = app.now()`])
      await expect(
        asActor(approver, ({ tx }) => tx.$executeRawUnsafe(`update rule_set_version set ${change} where id = '${id}'`)),
      ).rejects.toThrow()
    await expect(scene.owner.query('delete from rule_set_version where id = $1', [id])).rejects.toMatchObject({
      code: '42501',
    })
  })
})
