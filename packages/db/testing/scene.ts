import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '../src/actor.ts'
import { closeDatabase } from '../src/database.ts'
import { newId } from '../src/uuid.ts'
import { CAST_PEOPLE, CAST_SERVICES, type CastPerson, type CastService, castEmail, STORY_STARTS } from './cast.ts'
import { freshDatabase } from './fresh-database.ts'
import { makeStory, type Story } from './story.ts'

/** A database of one's own with the standard cast in it, signed in, on the morning of {@link STORY_STARTS}. */
export type Scene = Story & {
  services: Record<CastService, string>
  people: Record<CastPerson, Actor>
  appUrl: string
  /** Moves app.now(); everybody of the cast stays signed in. */
  setClock: (at: Date) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens a scene for one test file and points DATABASE_URL at it.
 *
 * @param passwordHash what every account of the cast signs in with; null where no test signs in through the front door.
 */
export async function openScene(passwordHash: string | null = null): Promise<Scene> {
  const fresh = await freshDatabase()
  process.env.DATABASE_URL = fresh.appUrl
  const owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  const { services, people } = await castIn(owner, passwordHash)
  const setClock = async (at: Date): Promise<void> => {
    await owner.query(
      `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
       on conflict (one_row) do update set by = excluded.by`,
      [at],
    )
    await owner.query(
      `update session set last_seen_at = app.now(), proved_at = app.now(), expires_at = app.now() + interval '12 hours' where ended_at is null`,
    )
  }
  await setClock(STORY_STARTS)
  return {
    ...makeStory(owner, services, (who) => people[who].accountId),
    services,
    people,
    appUrl: fresh.appUrl,
    setClock,
    close: async () => {
      await closeDatabase()
      await owner.end()
      await fresh.drop()
    },
  }
}

/** Puts the standard cast into an empty, migrated database. */
export async function castIn(
  owner: pg.Client,
  passwordHash: string | null,
): Promise<{ services: Record<CastService, string>; people: Record<CastPerson, Actor> }> {
  await owner.query(`insert into installation (one_row, purpose) values (true, 'test') on conflict do nothing`)
  const areaId = newId()
  await owner.query(`insert into area (id, country, name) values ($1, 'GB', 'Northshire')`, [areaId])
  const services = {} as Record<CastService, string>
  for (const [key, service] of Object.entries(CAST_SERVICES))
    services[key as CastService] = await castService(owner, areaId, service)
  const people = {} as Record<CastPerson, Actor>
  for (const key of Object.keys(CAST_PEOPLE) as CastPerson[])
    people[key] = await castPerson(owner, key, services[CAST_PEOPLE[key].service], passwordHash)
  return { services, people }
}

async function castService(
  owner: pg.Client,
  areaId: string,
  service: (typeof CAST_SERVICES)[CastService],
): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives, phone, duty_contact_name, duty_contact_phone)
     values ($1, $2, $3, 'GB', $4, 'Europe/London', $5, $6, '+44 20 7946 0000', 'Duty desk', '+44 20 7946 0999')`,
    [id, service.name, service.kind, areaId, service.doses, service.receives],
  )
  for (const weekday of [1, 2, 3, 4, 5])
    for (const purpose of service.doses ? ['open', 'dosing'] : ['open'])
      await owner.query(
        `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), id, purpose, weekday, purpose === 'open' ? '09:00' : '09:30', purpose === 'open' ? '17:00' : '16:30'],
      )
  return id
}

async function castPerson(
  owner: pg.Client,
  key: CastPerson,
  serviceId: string,
  passwordHash: string | null,
): Promise<Actor> {
  const { name, service, role } = CAST_PEOPLE[key]
  const actor: Actor = {
    accountId: newId(),
    displayName: name,
    membershipId: newId(),
    role,
    grants: [],
    serviceId,
    serviceName: CAST_SERVICES[service].name,
    serviceKind: CAST_SERVICES[service].kind,
    serviceCountry: 'GB',
    serviceTimeZone: 'Europe/London',
    locale: 'en',
    sidHash: randomBytes(32),
  }
  await owner.query(`insert into account (id, email, display_name, password_hash) values ($1, $2, $3, $4)`, [
    actor.accountId,
    castEmail(key),
    name,
    passwordHash,
  ])
  await owner.query(`insert into membership (id, account_id, service_id, role) values ($1, $2, $3, $4)`, [
    actor.membershipId,
    actor.accountId,
    serviceId,
    role,
  ])
  await owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
    [newId(), Buffer.from(actor.sidHash), actor.accountId, actor.membershipId],
  )
  return actor
}
