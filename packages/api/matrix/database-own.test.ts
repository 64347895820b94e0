import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { accessIn } from './database/access.ts'
import { letsIn, seen, tryOut } from './database/tries.ts'
import type { Hat } from './hats.ts'
import { type Stage, setStage } from './stage.ts'

/** Tables whose rows are a service's or a person's own whatever the case, and what no end of a handoff can do to it in SQL. */
let scene: Scene
let stage: Stage
let staff: Hat[]

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['own', 'stranger'])
  staff = stage.hats.filter(({ role }) => role !== 'administrator')
})
afterAll(() => scene.close())

const hatOf = (kind: string, role: string): Hat => {
  const hat = stage.hats.find((one) => one.kind === kind && one.role === role)
  if (!hat) throw new Error(`there is no ${role} at a ${kind}`)
  return hat
}

describe.each(['release_list', 'release_list_line'])('%s', (table) => {
  it('is the service’s own: read, changed, added and taken away', async () => {
    for (const hat of stage.hats) {
      const { serviceId } = hat.actor
      const isOwn = hat.kind === 'prison-health'
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, table)
        expect(rows.every((row) => row.service_id === serviceId)).toBe(true)
        expect(rows.length > 0).toBe(isOwn)
        expect(await tx.$executeRawUnsafe(`update ${table} set service_id = service_id`)).toBe(rows.length)
        const { rows: others } = await scene.owner.query<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from ${table} t where service_id <> $1 limit 1`,
          [serviceId],
        )
        expect(await letsIn(tx, table, others[0]?.row ?? {})).toBe(false)
        expect(await tx.$executeRawUnsafe(`delete from ${table}`)).toBe(rows.length)
      })
    }
  })
})

describe('presses and the trail', () => {
  it('A12: nobody reads or claims a press of somebody else, not even of a colleague', async () => {
    for (const { actor } of staff)
      await asActor(actor, ({ tx }) =>
        tx.$executeRawUnsafe(
          `insert into request (account_id, id, action, payload_hash, at) values ($1::uuid, $2::uuid, 'x', '', app.now())`,
          actor.accountId,
          newId(),
        ),
      )
    for (const hat of staff)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'request')
        expect(rows.map((row) => row.account_id)).toEqual([hat.actor.accountId])
        const [other] = staff.filter((one) => one !== hat)
        const claim = { ...rows[0], id: newId(), account_id: other?.actor.accountId }
        expect(await letsIn(tx, 'request', claim)).toBe(false)
      })
  })

  it('nobody reads the trail through the app role, or writes into it under another name', async () => {
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const { accountId, serviceId, role } = hat.actor
        const entry = {
          account_id: accountId,
          service_id: serviceId,
          role,
          action: 'x',
          outcome: 'done',
        }
        const lists = { episode_ids: [], person_ids: [], fields: [] }
        expect(await letsIn(tx, 'audit_entry', { id: newId(), ...entry, ...lists })).toBe(true)
        const forgeries = [
          { account_id: newId() },
          { service_id: newId() },
          { role: 'system' },
          { at: new Date() },
          { xid: 1 },
        ]
        for (const forged of forgeries)
          expect(await letsIn(tx, 'audit_entry', { id: newId(), ...entry, ...lists, ...forged })).toBe(false)
        await expect(seen(tx, 'audit_entry')).rejects.toThrow('permission denied')
      })
  })
})

describe('the digest', () => {
  it('is chosen by each for their own hat: nobody reads or sets a colleague’s', async () => {
    for (const { actor } of staff)
      await scene.owner.query(
        `insert into digest_choice (membership_id, wanted, chosen_at, version) values ($1, true, app.now(), 1) on conflict do nothing`,
        [actor.membershipId],
      )
    for (const hat of staff)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'digest_choice')
        expect(rows.map((row) => row.membership_id)).toEqual([hat.actor.membershipId])
        expect(await tx.$executeRawUnsafe(`update digest_choice set wanted = false`)).toBe(1)
        const [other] = stage.hats.filter((one) => one.role === 'administrator')
        const forged = { ...rows[0], membership_id: other?.actor.membershipId }
        expect(await letsIn(tx, 'digest_choice', forged)).toBe(false)
      })
    await scene.owner.query('delete from digest_choice')
  })

  it('is written and read by the system actor of the service alone', async () => {
    for (const hat of stage.hats) {
      const { membershipId, serviceId } = hat.actor
      const sent = {
        membership_id: membershipId,
        day: '2026-03-26',
        service_id: serviceId,
        counts: {},
        decided_at: new Date(),
        until: new Date(Date.now() + 3_600_000),
        failures: 0,
      }
      await scene.owner.query(
        `insert into digest_sent select * from jsonb_populate_record(null::digest_sent, $1::jsonb)`,
        [JSON.stringify(sent)],
      )
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        expect(await seen(tx, 'digest_sent')).toEqual([])
        expect(await tx.$executeRawUnsafe(`update digest_sent set sent_at = null`)).toBe(0)
        expect(await letsIn(tx, 'digest_sent', { ...sent, day: '2026-03-27' })).toBe(false)
      })
    }
    await scene.owner.query('delete from digest_sent')
  })
})

describe('what people are told', () => {
  it('a notice stands in the inbox of one hat: nobody reads or marks a colleague’s, or puts one there', async () => {
    for (const { actor } of stage.hats) {
      await scene.owner.query(
        `with told as (insert into notice (id, kind, service_id, audience, urgency, dedupe_key, caused_at, caused_by)
           values (gen_random_uuid(), 'item-assigned', $1, 'workers', 'ordinary', gen_random_uuid()::text, app.now(), $2) returning *)
         insert into notice_entry (id, notice_id, service_id, membership_id, kind, urgency, caused_at, told_at)
         select gen_random_uuid(), id, service_id, $3, kind, urgency, caused_at, app.now() from told`,
        [actor.serviceId, actor.accountId, actor.membershipId],
      )
    }
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'notice_entry')
        expect(rows.map((row) => row.membership_id)).toEqual([hat.actor.membershipId])
        expect(await tx.$executeRawUnsafe('update notice_entry set read_at = told_at')).toBe(1)
        expect(await letsIn(tx, 'notice_entry', { ...rows[0], id: newId(), notice_id: newId() })).toBe(false)
        expect(await seen(tx, 'notice')).toEqual([])
      })
    await scene.owner.query('delete from notice_entry')
    await scene.owner.query('delete from notice')
  })

  it('settings are chosen by each for their own hat, and e-mails are the worker’s alone', async () => {
    for (const { actor } of stage.hats) {
      await scene.owner.query(
        `insert into notice_settings (membership_id, ways, chosen_at, version) values ($1, '{}', app.now(), 1) on conflict do nothing`,
        [actor.membershipId],
      )
      await scene.owner.query(
        `insert into notice_mail (id, service_id, membership_id, urgency, counts, decided_at)
         values (gen_random_uuid(), $1, $2, 'ordinary', '{}', app.now())`,
        [actor.serviceId, actor.membershipId],
      )
    }
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'notice_settings')
        expect(rows.map((row) => row.membership_id)).toEqual([hat.actor.membershipId])
        expect(await tx.$executeRawUnsafe(`update notice_settings set ways = '{}'`)).toBe(1)
        for (const table of ['notice_mail', 'notice_post', 'notice_withdrawal'])
          expect(await seen(tx, table)).toEqual([])
        expect(await tx.$executeRawUnsafe('update notice_mail set sent_at = app.now()')).toBe(0)
      })
    await scene.owner.query('delete from notice_mail')
    await scene.owner.query('delete from notice_settings')
  })

  it('a duty mailbox is read at its service, and set by its managers alone', async () => {
    for (const { actor } of stage.hats)
      await scene.owner.query(
        `insert into service_duty_mailbox (service_id, email, locale, set_at, set_by, version)
         values ($1, 'duty@example.org', 'en', app.now(), $2, 1) on conflict do nothing`,
        [actor.serviceId, actor.accountId],
      )
    for (const hat of stage.hats)
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        const rows = await seen(tx, 'service_duty_mailbox')
        expect(rows.map((row) => row.service_id)).toEqual([hat.actor.serviceId])
        const set = tx.$executeRawUnsafe(`update service_duty_mailbox set email = null, set_by = app.account_id()`)
        expect(await set).toBe(hat.role === 'manager' ? 1 : 0)
      })
    await scene.owner.query('delete from service_duty_mailbox')
  })
})

describe('a handoff', () => {
  const caseworker = () => hatOf('drug-service', 'caseworker')

  it.each(['turned-down', 'long-finished'] as const)('%s: cannot be taken again in SQL', async (situation) => {
    const { episodeId } = await stage.fresh(caseworker(), situation)
    await tryOut(accessIn(caseworker(), situation), async (tx) => {
      const taken = await tx.$executeRawUnsafe(
        `update handoff set status = 'accepted', acknowledged_at = app.now(), acknowledged_by = app.account_id(),
           accepted_at = app.now(), worker_id = app.account_id(), accountable_service_id = receiving_service_id
         where episode_id = $1::uuid`,
        episodeId,
      )
      expect(taken).toBe(0)
      expect(await seen(tx, 'dose')).not.toContainEqual(expect.objectContaining({ episode_id: episodeId }))
    })
  })

  it.each(['carries', 'area', 'episode_id', 'person_id', 'sending_service_id', 'receiving_service_id'])(
    'opens no more by writing %s over again',
    async (column) => {
      await tryOut(accessIn(caseworker(), 'offered'), async (tx) => {
        await expect(tx.$executeRawUnsafe(`update handoff set ${column} = ${column}`)).rejects.toThrow(
          'permission denied',
        )
      })
    },
  )
})
