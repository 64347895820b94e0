import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(async () => {
  await scene.setClock(STORY_STARTS)
  await scene.owner.query(
    `update service set fallback_service_id = null, fallback_agreed_on = null, fallback_contact = null, duty_contact_phone = null,
       duty_contact_name = null`,
  )
  await scene.owner.query('update account set disabled_at = null')
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const SATURDAY_NIGHT = new Date('2026-03-28T22:00:00Z')

const agree = () =>
  scene.owner.query(
    `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-05', fallback_contact = 'Tom Vance' where id = $1`,
    [scene.services.harbour, scene.services.riverside],
  )
const duty = () =>
  scene.owner.query(
    `update service set duty_contact_phone = '0113 496 0000', duty_contact_name = 'On call' where id = $1`,
    [scene.services.harbour],
  )
/** The last mail to one of Harbour's people was refused for good, and no other was sent. */
const bounces = () =>
  scene.owner.query(
    `insert into notice_mail (id, service_id, membership_id, urgency, counts, decided_at, tries, failed_at, failed_because, bounced_at)
     values (gen_random_uuid(), $1, $2, 'ordinary', '{}', app.now(), 1, app.now(), 'EENVELOPE 550', app.now())`,
    [scene.services.harbour, scene.people.harbourWorker.membershipId],
  )
const nobodySignsIn = () =>
  scene.owner.query(
    `update account set disabled_at = app.now() where id in (select account_id from membership where service_id = $1)`,
    [scene.services.harbour],
  )

async function send(release: { releaseDate: string; releasedAt?: Date }) {
  const { episodeId } = await scene.aCase({ ...release, items: [{ area: 'omt', code: 'dose-tomorrow' }] })
  const { handoffs } = await nurse().handoff.send({
    episodeId,
    requestId: randomUUID(),
    seenVersion: 0,
    handoffs: [{ area: 'omt', receivingServiceId: scene.services.harbour }],
  })
  const [sent] = handoffs
  if (!sent) throw new Error('nothing was sent')
  return sent
}

const OUT = { releaseDate: '2026-03-28', releasedAt: new Date('2026-03-28T20:00:00Z') }

async function stepsOf(handoffId: string): Promise<string[]> {
  const { rows } = await scene.owner.query<{ line: string }>(
    `select concat_ws(' ', step, because) as line from escalation where handoff_id = $1 order by id`,
    [handoffId],
  )
  return rows.map(({ line }) => line)
}

const accountableOf = async (handoffId: string) =>
  (
    await scene.owner.query(
      'select h.status, s.name from handoff h join service s on s.id = h.accountable_service_id where h.id = $1',
      [handoffId],
    )
  ).rows[0]

describe('F12: nobody at the receiver can answer in time', () => {
  it('closed, with a duty contact: it is rung at once, and the sender reads so', async () => {
    await agree()
    await duty()
    await scene.setClock(SATURDAY_NIGHT)
    const sent = await send(OUT)
    expect(sent.escalated).toEqual({ because: 'closed', to: 'duty', fallback: null })
    expect(await stepsOf(sent.handoffId)).toEqual(['nobody-there closed', 'ring-duty closed'])
    expect(await accountableOf(sent.handoffId)).toEqual({ status: 'sent', name: 'HMP Northgate' })
  })

  it('closed without a duty contact: the fallback has it before the press has answered', async () => {
    await agree()
    await scene.setClock(SATURDAY_NIGHT)
    const sent = await send(OUT)
    expect(sent.escalated).toMatchObject({
      because: 'closed',
      to: 'fallback',
      fallback: { name: 'Riverside Recovery' },
    })
    expect(await accountableOf(sent.handoffId)).toEqual({ status: 'timed-out', name: 'HMP Northgate' })
    const heir = sent.escalated?.fallback?.handoffId ?? ''
    expect(await accountableOf(heir)).toEqual({ status: 'sent', name: 'Riverside Recovery' })
    // The fallback is shut as well: its duty contact is rung.
    expect(await stepsOf(heir)).toEqual(['ring-duty closed'])
  })

  it('nobody signs in there any more: the fallback has it, although the doors are open', async () => {
    await agree()
    await duty()
    await nobodySignsIn()
    const sent = await send({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:30:00Z') })
    expect(sent.escalated).toMatchObject({ because: 'no-worker', to: 'fallback' })
  })

  it('nobody signs in and nobody agreed: it waits for its answer, and the sender rings', async () => {
    await duty()
    await nobodySignsIn()
    const sent = await send({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:30:00Z') })
    expect(sent.escalated).toEqual({ because: 'no-worker', to: 'duty', fallback: null })
    expect(await accountableOf(sent.handoffId)).toEqual({ status: 'sent', name: 'HMP Northgate' })
  })

  it('its mail comes back: the fallback has it', async () => {
    await agree()
    await duty()
    await bounces()
    const sent = await send({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:30:00Z') })
    expect(sent.escalated).toMatchObject({ because: 'mailbox-bounces', to: 'fallback' })
    await scene.owner.query('delete from notice_mail')
  })

  it('a planned one waits for its day', async () => {
    await agree()
    await nobodySignsIn()
    await duty()
    const sent = await send({ releaseDate: '2026-04-20' })
    expect(sent.escalated).toBeNull()
    expect(await stepsOf(sent.handoffId)).toEqual([])
  })

  it('the day after tomorrow was far away, and is tonight: what nobody can answer goes on at once', async () => {
    await agree()
    const { episodeId } = await scene.aCase({ releaseDate: '2026-04-20', items: [{ area: 'omt', code: 'x' }] })
    const { handoffs } = await nurse().handoff.send({
      episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      handoffs: [{ area: 'omt', receivingServiceId: scene.services.harbour }],
    })
    await scene.setClock(new Date('2026-03-28T12:00:00Z'))
    await nurse().release.changeDate({
      episodeId,
      requestId: randomUUID(),
      seenVersion: 0,
      releaseDate: '2026-03-29' as never,
      certainty: 'confirmed',
      reason: 'sentence-recalculated',
    })
    const { handoffId } = handoffs[0] ?? { handoffId: '' }
    expect(await accountableOf(handoffId)).toMatchObject({ status: 'timed-out' })
    expect(await stepsOf(handoffId)).toEqual(['nobody-there closed', 'to-fallback'])
  })
})

describe('turned down', () => {
  const warned = async () =>
    (
      await scene.owner.query(
        `select s.name, n.audience, n.episode_id, n.handoff_id from notice n join service s on s.id = n.service_id
         where n.kind = 'handoff-fallback-warned' order by n.audience`,
      )
    ).rows

  it('weeks ahead: nobody else is told', async () => {
    await agree()
    const sent = await send({ releaseDate: '2026-04-20' })
    await scene.as(scene.people.harbourWorker).handoff.reject(refusalOf(sent.handoffId))
    expect(await stepsOf(sent.handoffId)).toEqual([])
    expect(await warned()).toEqual([])
  })

  it('within 48 hours of release: the sender is accountable at once and the fallback is warned, about nobody', async () => {
    await agree()
    const sent = await send({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:30:00Z') })
    await scene.as(scene.people.harbourWorker).handoff.reject(refusalOf(sent.handoffId))
    expect(await accountableOf(sent.handoffId)).toEqual({ status: 'rejected', name: 'HMP Northgate' })
    expect(await stepsOf(sent.handoffId)).toEqual(['rejected-near-release'])
    const nobody = { name: 'Riverside Recovery', episode_id: null, handoff_id: null }
    expect(await warned()).toEqual([
      { ...nobody, audience: 'duty' },
      { ...nobody, audience: 'workers' },
    ])
  })
})

const refusalOf = (handoffId: string) => ({
  handoffId,
  seenVersion: 0,
  requestId: randomUUID(),
  reason: 'no-capacity' as const,
  words: null,
})
