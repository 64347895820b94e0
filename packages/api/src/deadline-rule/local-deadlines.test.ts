import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DeadlineBody } from '@throughcare/domain/deadline-rule/deadline-body'
import { DEADLINE_RULE } from '@throughcare/domain/deadline-rule/deadline-rule'
import { escalationTimes } from '@throughcare/domain/escalation/escalation-times'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(`update membership set grants = '{approver}' where id = $1`, [
    scene.people.harbourWorker.membershipId,
  ])
})
afterAll(() => scene.close())

const admin = () => scene.as(scene.people.administrator)
const approver = () => scene.as({ ...scene.people.harbourWorker, grants: ['approver'] })

async function propose(body: DeadlineBody, seenVersion = 0): Promise<string> {
  const { ruleSetVersionId } = await admin().ruleSet.propose({
    requestId: newId(),
    seenVersion,
    scope: { country: null, serviceId: scene.services.harbour },
    rules: { kind: 'handoff-deadlines', body },
    ownWords: 'Emergencies within two hours, day and night.',
    source: 'Harbour and Northgate, agreed in January',
    edition: null,
    reviewBy: getPlainDate('2027-03-01'),
  })
  return ruleSetVersionId
}

/** Sent to Harbour now: when it has to answer, and what the handoff keeps. */
async function sent(receiver: 'harbour' | 'riverside' = 'harbour') {
  const { episodeId } = await scene.aCase({
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T08:30:00Z'),
    items: [{ area: 'omt', code: 'dose-tomorrow' }],
  })
  const { handoffs } = await scene.as(scene.people.northgateNurse).handoff.send({
    episodeId,
    requestId: newId(),
    seenVersion: 0,
    handoffs: [{ area: 'omt', receivingServiceId: scene.services[receiver] }],
  })
  const { rows } = await scene.owner.query(
    `select round(extract(epoch from due_at - sent_at) / 3600)::int as hours, deadline_rule_id as rule,
       deadline_rule_version as version, sent_at, due_at, half_at, ring_at from handoff where id = $1`,
    [handoffs[0]?.handoffId],
  )
  return rows[0]
}

describe('how long a service has to answer', () => {
  it('is our default until a second person approves a local rule, which each handoff then names', async () => {
    const body = { ...DEADLINE_RULE.body, emergency: { unit: 'hours', count: 2 } } as const
    const ours = { hours: 4, rule: 'handoff-deadlines', version: 1 }
    const id = await propose(body)
    expect(await sent()).toMatchObject(ours)
    const own = approver().ruleSet
    await own.approve({ ruleSetVersionId: id, seenVersion: 0, requestId: newId() })
    const local = `handoff-deadlines@${scene.services.harbour}`
    expect(await sent()).toMatchObject({ hours: 2, rule: local, version: 1 })
    expect(await sent('riverside')).toMatchObject(ours)

    await own.withdraw({ ruleSetVersionId: id, seenVersion: 1, requestId: newId(), reason: 'Not kept' })
    expect(await sent()).toMatchObject(ours)
  })

  it('is never longer than four hours once the person is out, whatever was approved', async () => {
    const longer = { unit: 'hours', count: 48 } as const
    const id = await propose({ ...DEADLINE_RULE.body, emergency: longer }, 1)
    await approver().ruleSet.approve({ ruleSetVersionId: id, seenVersion: 0, requestId: newId() })
    expect(await sent()).toMatchObject({ hours: 4, version: 2 })
  })

  it('has its steps at half and at three quarters, in PostgreSQL as in the domain', async () => {
    const row = await sent('riverside')
    expect({ halfAt: row.half_at, ringAt: row.ring_at }).toEqual(escalationTimes(row.sent_at, row.due_at))
  })
})
