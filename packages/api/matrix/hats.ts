import { hashOf } from '@throughcare/db/access/sign-in-repository'
import type { Actor } from '@throughcare/db/actor'
import { newId } from '@throughcare/db/uuid'
import type { Grant, Role } from '@throughcare/domain/access/access-codes'
import { areasOfKind } from '@throughcare/domain/access/categories-of-area'
import { ROLES_OF_KIND, SERVICE_KINDS, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { newSid } from '../src/access/session-id.ts'
import { type Owner, put } from './put.ts'

/** One role at one kind of service, worn by somebody. */
export type Hat = {
  name: string
  kind: ServiceKind
  role: Role
  actor: Actor
  /** What their browser's cookie holds. */
  sid: string
}

const DOSING_KINDS: readonly ServiceKind[] = ['prison-health', 'drug-service', 'dosing-point']

/** Every role at every kind of service: one service of each kind, and in it one person for each role it gives out. */
export async function castHats(owner: Owner): Promise<Hat[]> {
  const { rows } = await owner.query<{ id: string }>('select id from area limit 1')
  const areaId = rows[0]?.id
  const hats: Hat[] = []
  for (const kind of SERVICE_KINDS) {
    const serviceId = newId()
    const name = `A ${kind}`
    await put(owner, 'service', [
      {
        id: serviceId,
        name,
        kind,
        country: 'GB',
        area_id: areaId,
        time_zone: 'Europe/London',
        can_dose: DOSING_KINDS.includes(kind),
        receives: kind === 'prison-health' ? [] : areasOfKind(kind),
        duty_contact_name: 'Duty desk',
        duty_contact_phone: '+44 20 7946 0999',
        version: 0,
        demo: false,
      },
    ])
    await put(
      owner,
      'service_hours',
      [1, 2, 3, 4, 5].map((weekday) => ({
        id: newId(),
        service_id: serviceId,
        purpose: 'open',
        weekday,
        opens: '09:00',
        closes: '17:00',
      })),
    )
    for (const role of ROLES_OF_KIND[kind])
      hats.push({ name: `${role} at ${name}`, kind, role, ...(await castHat(owner, serviceId, name, kind, role)) })
  }
  return hats
}

/**
 * What the people of the stage are granted: clinicians approve rule sets, managers are privacy officers, and couples are seen by
 * clinicians, but not at every kind that may read the partner area. What is closed without is asked with nothing granted too.
 */
function grantsOf(kind: ServiceKind, role: Role): Grant[] {
  if (role === 'manager') return ['privacy-officer']
  if (!DOSING_KINDS.includes(kind)) return []
  return kind === 'dosing-point' ? ['approver'] : ['approver', 'may-see-couples']
}

/** The same hat with nothing granted. */
export async function ungranted(owner: Owner, hat: Hat): Promise<Hat> {
  await owner.query(`update membership set grants = '{}' where id = $1`, [hat.actor.membershipId])
  return { ...hat, name: `${hat.name}, ungranted`, actor: { ...hat.actor, grants: [] } }
}

async function castHat(owner: Owner, serviceId: string, serviceName: string, kind: ServiceKind, role: Role) {
  const sid = newSid()
  const actor: Actor = {
    accountId: newId(),
    displayName: `${role} of ${serviceName}`,
    membershipId: newId(),
    role,
    grants: grantsOf(kind, role),
    serviceId,
    serviceName,
    serviceKind: kind,
    serviceCountry: 'GB',
    serviceTimeZone: 'Europe/London',
    locale: 'en',
    sidHash: hashOf(sid),
  }
  const { accountId, membershipId, displayName } = actor
  await put(owner, 'account', [
    {
      id: accountId,
      email: `${role}.${kind}@throughcare.test`,
      display_name: displayName,
      locale: 'en',
      demo: false,
      version: 0,
    },
  ])
  await put(owner, 'membership', [
    { id: membershipId, account_id: accountId, service_id: serviceId, role, grants: actor.grants },
  ])
  await owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
    [newId(), Buffer.from(actor.sidHash), accountId, membershipId],
  )
  return { actor, sid }
}
