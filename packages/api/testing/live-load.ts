import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '@throughcare/db/uuid'
import type { Scene } from './scene.ts'

type Owner = Scene['owner']

/** Somebody who follows: what their browser's cookie holds, and what the session row holds of it. */
export type Follower = {
  sid: string
  sidHash: Buffer
  accountId: string
  membershipId: string
  serviceId: string
  role: string
  kind: string
}

/** What came of it. Milliseconds from before the statement that changed a handoff until a follower heard of it. */
export type LiveLoad = {
  streams: number
  services: number
  events: number
  deliveries: number
  /** Deliveries that did not come. */
  missing: number
  /** Deliveries to somebody who is no end of the handoff. */
  strange: number
  p50: number
  p95: number
  most: number
}

export type LiveLoadSize = { streams: number; services: number; eventsPerSecond: number; seconds: number }

/** Opens the stream of one follower; calls back with the handoff of each event. Resolves once it is open. */
export type OpenStream = (follower: Follower, hear: (handoffId: string) => void) => Promise<void>

const ONE_PRISON_IN = 10
/** What is still on its way after the last event may take so long. */
const LAST_MS = 5_000

/**
 * Followers of many services, and handoffs between prisons and services that change so many times a second: how long until both
 * ends have heard, does everybody who must, and nobody else?
 *
 * @param owner a database with the standard cast
 */
export async function measureLive(owner: Owner, size: LiveLoadSize, open: OpenStream): Promise<LiveLoad> {
  const { followers, handoffs } = await putFollowers(owner, size)
  const changedAt = new Map<string, number>()
  const endsOf = new Map(handoffs.map(({ id, ends }) => [id, ends]))
  const times: number[] = []
  let strange = 0
  for (let first = 0; first < followers.length; first += OPENED_AT_ONCE)
    await Promise.all(
      followers.slice(first, first + OPENED_AT_ONCE).map((follower) =>
        open(follower, (handoffId) => {
          const at = changedAt.get(handoffId)
          if (at === undefined) return
          if (endsOf.get(handoffId)?.includes(follower.serviceId)) times.push(performance.now() - at)
          else strange += 1
        }),
      ),
    )
  const hearers = new Map<string, number>()
  for (const { serviceId } of followers) hearers.set(serviceId, (hearers.get(serviceId) ?? 0) + 1)
  const events = size.eventsPerSecond * size.seconds
  let expected = 0
  const from = performance.now()
  for (let event = 0; event < events; event += 1) {
    const due = from + (event * 1_000) / size.eventsPerSecond
    if (due > performance.now()) await wait(due - performance.now())
    const { id, ends } = handoffs[event % handoffs.length] as (typeof handoffs)[number]
    changedAt.set(id, performance.now())
    await owner.query('update handoff set version = version + 1 where id = $1', [id])
    for (const end of ends) expected += hearers.get(end) ?? 0
  }
  for (const until = performance.now() + LAST_MS; times.length < expected && performance.now() < until; ) await wait(20)
  const sorted = times.toSorted((left, right) => left - right)
  const share = (part: number) =>
    Math.round(sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN)
  return {
    streams: followers.length,
    services: size.services,
    events,
    deliveries: times.length,
    missing: expected - times.length,
    strange,
    p50: share(0.5),
    p95: share(0.95),
    most: share(1),
  }
}

const OPENED_AT_ONCE = 50

/** Services, people signed in at them, and one handoff from a prison to each other service. */
async function putFollowers(owner: Owner, { streams, services }: LiveLoadSize) {
  const { rows: areas } = await owner.query<{ id: string }>('select id from area limit 1')
  const prisons = Math.max(1, Math.floor(services / ONE_PRISON_IN))
  const places = Array.from({ length: services }, (_, index) => ({
    id: newId(),
    kind: index < prisons ? 'prison-health' : 'drug-service',
  }))
  const followers = Array.from({ length: streams }, (_, index): Follower => {
    const place = places[index % services] as (typeof places)[number]
    const sid = randomBytes(32).toString('base64url')
    const isManager = Math.floor(index / services) % 5 === 4
    return {
      sid,
      sidHash: createHash('sha256').update(sid).digest(),
      accountId: newId(),
      membershipId: newId(),
      serviceId: place.id,
      kind: place.kind,
      role: isManager ? 'manager' : place.kind === 'prison-health' ? 'prison-health' : 'caseworker',
    }
  })
  const handoffs = places.slice(prisons).map(({ id }, index) => {
    const prison = places[index % prisons]?.id as string
    return { id: newId(), episodeId: newId(), personId: newId(), prison, service: id, ends: [prison, id] }
  })
  await owner.query('begin')
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
     select id, 'Load ' || id, kind, 'GB', $2, 'Europe/London', true, array['omt']
     from jsonb_to_recordset($1) as r (id uuid, kind text)`,
    [JSON.stringify(places), areas[0]?.id],
  )
  const people = JSON.stringify(
    followers.map((one) => ({ ...one, sidHash: one.sidHash.toString('hex'), sessionId: newId() })),
  )
  await owner.query(
    `insert into account (id, email, display_name) select "accountId", "accountId" || '@throughcare.test', 'Load'
     from jsonb_to_recordset($1) as r ("accountId" uuid)`,
    [people],
  )
  await owner.query(
    `insert into membership (id, account_id, service_id, role) select "membershipId", "accountId", "serviceId", role
     from jsonb_to_recordset($1) as r ("membershipId" uuid, "accountId" uuid, "serviceId" uuid, role text)`,
    [people],
  )
  await owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     select "sessionId", decode("sidHash", 'hex'), "accountId", "membershipId", app.now(), app.now(), app.now() + interval '12 hours'
     from jsonb_to_recordset($1) as r ("sessionId" uuid, "sidHash" text, "accountId" uuid, "membershipId" uuid)`,
    [people],
  )
  const cases = [JSON.stringify(handoffs)]
  const FROM = `from jsonb_to_recordset($1) as r (id uuid, "episodeId" uuid, "personId" uuid, prison uuid, service uuid)`
  await owner.query(
    `insert into person (id, family_name, given_names, name_key, sex, created_by_service_id, created_at)
     select "personId", 'Load', 'One', 'load one', 'unknown', prison, app.now() ${FROM}`,
    cases,
  )
  await owner.query(
    `insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty, created_by_service_id, created_at)
     select "episodeId", "personId", 'sentenced', app.now()::date - 30, app.now()::date + 7, 'confirmed', prison, app.now() ${FROM}`,
    cases,
  )
  await owner.query(
    `insert into custody_stay (id, episode_id, prison_service_id, from_at)
     select gen_random_uuid(), "episodeId", prison, app.now() - interval '30 days' ${FROM}`,
    cases,
  )
  await owner.query(
    `insert into handoff (id, episode_id, person_id, area, kind, sending_service_id, receiving_service_id, accountable_service_id,
       status, carries)
     select id, "episodeId", "personId", 'omt', 'planned', prison, service, prison, 'draft', app.categories_of_area('omt') ${FROM}`,
    cases,
  )
  await owner.query(
    `insert into send_set (id, episode_id, sending_service_id, sent_at, sent_by)
     select id, "episodeId", prison, app.now(), '00000000-0000-7000-8000-000000000001' ${FROM}`,
    cases,
  )
  await owner.query(
    `update handoff set status = 'sent', send_set_id = id, sent_at = app.now(), due_at = app.now() + interval '1 day'
     where id in (select id ${FROM})`,
    cases,
  )
  // What was told of all this is nobody's change.
  await owner.query('commit')
  await owner.query('delete from live_event')
  return { followers, handoffs }
}
