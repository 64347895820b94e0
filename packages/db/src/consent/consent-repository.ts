import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type {
  Capacity,
  ConsentCategory,
  ConsentExplained,
  ConsentPurpose,
  ConsentState,
  OverrideBasis,
} from '@throughcare/domain/consent/consent-codes'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { enqueueJob } from '../job/job-repository.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

type Named = { id: string; name: string }

/** One consent with what was said first, and its withdrawal. Instants are ISO 8601. */
export type StoredConsent = {
  consentId: string
  /** Of the statement that stands. */
  state: ConsentState
  purpose: ConsentPurpose
  services: Named[]
  kinds: ServiceKind[]
  /** Of what kinds the named services are. */
  serviceKinds: ServiceKind[]
  supporters: Named[]
  categories: ConsentCategory[]
  fromOn: PlainDate
  toOn: PlainDate | null
  from: string
  until: string | null
  language: string | null
  explained: ConsentExplained
  capacity: Capacity
  witness: string | null
  ownWords: string | null
  signature: string | null
  signedAt: string | null
  at: string
  recordedAt: string
  recordedBy: string | null
  withdrawn: { at: string; recordedAt: string; recordedBy: string | null; ownWords: string | null } | null
}

/** What is, or was, shared without a consent. */
export type StoredOverride = {
  overrideId: string
  legalBasis: OverrideBasis
  reason: string
  services: Named[]
  categories: ConsentCategory[]
  until: string
  at: string
  recordedAt: string
  recordedBy: string | null
  endedAt: string | null
  endedBy: string | null
  version: number
}

/** A handoff that is alive, as far as the question of sharing goes. */
export type SharedHandoff = {
  handoffId: string
  area: Area
  status: HandoffStatus
  service: { id: string; name: string; kind: ServiceKind; country: string }
}

const namesOf = (ids: 'c.service_ids' | 'o.service_ids') =>
  Prisma.sql`coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name)
    from service v where v.id = any (${Prisma.raw(ids)})), '[]')`

/** Every consent of a case that is open to the actor, the newest first. Those of others are not there. */
export function findConsents({ tx, actor, now }: Deed, episodeId: string): Promise<StoredConsent[]> {
  return tx.$queryRaw<StoredConsent[]>`
  select c.consent_id as "consentId", coalesce(w.state, c.state) as state, c.purpose, ${namesOf('c.service_ids')} as services, c.kinds,
      array(select distinct v.kind from service v where v.id = any (c.service_ids) order by 1) as "serviceKinds",
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name) from supporter s
      where s.episode_id = c.episode_id and s.id = any (c.supporter_ids) and s.withdrawn_at is null), '[]') as supporters,
    c.categories, c.from_on::text as "fromOn", c.to_on::text as "toOn", app.utc(c.valid_from) as from, app.utc(c.valid_until) as until,
    c.language, c.explained, c.capacity, c.witness, c.own_words as "ownWords", c.signature, app.utc(c.signed_at) as "signedAt",
    at.name as at, app.utc(c.recorded_at) as "recordedAt", by.display_name as "recordedBy",
    case when w.id is not null then jsonb_build_object('at', wat.name, 'recordedAt', app.utc(w.recorded_at),
      'recordedBy', wby.display_name, 'ownWords', w.own_words) end as withdrawn
  from case_part p
  join sharing_consent c on c.episode_id = p.episode_id and c.version = 1
  join service at on at.id = c.service_id left join account by on by.id = c.recorded_by
  left join sharing_consent w on w.consent_id = c.consent_id and w.version = 2
  left join service wat on wat.id = w.service_id left join account wby on wby.id = w.recorded_by
  where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz and 'health' = any (p.categories)
  order by c.recorded_at desc, c.consent_id desc`
}

/** What was shared without a consent, the newest first. */
export function findOverrides({ tx, actor, now }: Deed, episodeId: string): Promise<StoredOverride[]> {
  return tx.$queryRaw<StoredOverride[]>`
  select o.id as "overrideId", o.legal_basis as "legalBasis", o.reason, ${namesOf('o.service_ids')} as services, o.categories,
    app.utc(o.valid_until) as until, at.name as at, app.utc(o.recorded_at) as "recordedAt", by.display_name as "recordedBy",
    app.utc(o.ended_at) as "endedAt", ended.display_name as "endedBy", o.version
  from case_part p join sharing_override o on o.episode_id = p.episode_id
  join service at on at.id = o.service_id left join account by on by.id = o.recorded_by left join account ended on ended.id = o.ended_by
  where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz and 'health' = any (p.categories)
  order by o.recorded_at desc, o.id desc`
}

/** Living handoffs of the case that the actor may know of. */
export function findSharedHandoffs({ tx, actor, now }: Deed, episodeId: string): Promise<SharedHandoff[]> {
  return tx.$queryRaw<SharedHandoff[]>`
    select h.id as "handoffId", h.area, h.status,
      jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'country', r.country) as service
    from case_part p join handoff h on h.episode_id = p.episode_id join service r on r.id = h.receiving_service_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and h.status in ('sent', 'acknowledged', 'accepted', 'in-progress', 'done')
      and h.area <> all ((select app.closed_areas())::text[])
      and (p.service_id in (h.sending_service_id, h.receiving_service_id) or p.relation in ('own', 'closing') and h.area = any (p.categories))
    order by r.name, h.area, h.id`
}

/** What somebody said when asked. */
export type ConsentSaid = {
  state: 'given' | 'refused'
  purpose: ConsentPurpose
  serviceIds: readonly string[]
  kinds: readonly string[]
  supporterIds: readonly string[]
  categories: readonly ConsentCategory[]
  fromOn: PlainDate
  toOn: PlainDate | null
  validFrom: Date
  validUntil: Date | null
  language: string | null
  explained: ConsentExplained
  capacity: Capacity
  witness: string | null
  ownWords: string | null
  signature: string | null
}

/** Writes the first statement of a consent. The one function that writes that something is given (U7). */
export async function recordConsentSaid(
  { tx, actor, now }: Deed,
  episodeId: string,
  { fromOn, toOn, serviceIds, kinds, supporterIds, categories, ...said }: ConsentSaid,
): Promise<string> {
  const consentId = newId()
  await tx.sharingConsent.createMany({
    data: [
      {
        ...said,
        id: newId(),
        consentId,
        version: 1,
        episodeId,
        serviceIds: [...serviceIds],
        kinds: [...kinds],
        supporterIds: [...supporterIds],
        categories: [...categories],
        fromOn: stored(fromOn),
        toOn: stored(toOn),
        signedAt: said.signature === null ? null : now,
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return consentId
}

/** Takes one consent back, or all of a case, and says nothing of what there was. */
export async function recordWithdrawal(
  { tx }: Deed,
  episodeId: string,
  consentId: string | null,
  ownWords: string | null,
): Promise<void> {
  await tx.$executeRaw`select app.withdraw_consents(${episodeId}::uuid, ${consentId}::uuid, ${ownWords})`
}

/** Writes that something is shared without a consent. */
export async function recordOverride(
  { tx, actor, now }: Deed,
  episodeId: string,
  of: {
    legalBasis: OverrideBasis
    reason: string
    serviceIds: readonly string[]
    categories: readonly ConsentCategory[]
    validUntil: Date
  },
): Promise<string> {
  const id = newId()
  await tx.sharingOverride.createMany({
    data: [
      {
        ...of,
        id,
        episodeId,
        serviceIds: [...of.serviceIds],
        categories: [...of.categories],
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/** Ends it before its time. @returns false when another version than the one seen stands, or it has ended. */
export async function recordOverrideEnd(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; overrideId: string; version: number },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update sharing_override o set ended_at = ${now}::timestamptz, ended_by = ${actor.accountId}::uuid, version = o.version + 1
    from case_part p
    where o.id = ${seen.overrideId}::uuid and o.episode_id = ${seen.episodeId}::uuid and o.version = ${seen.version}
      and o.ended_at is null and p.episode_id = o.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and 'health' = any (p.writes)`
  return changed === 1
}

/** Tells the services that have to do with a case, in the transaction in which it happens; who they are comes back to nobody. */
export async function tellSharing(
  deed: Deed,
  episodeId: string,
  kind: 'sharing-changed' | 'objection-recorded' | 'objection-decided',
  key: string,
): Promise<void> {
  const notices = await deed.tx.$queryRaw<{ noticeId: string; serviceId: string }[]>`
    select notice_id as "noticeId", service_id as "serviceId" from app.tell_sharing(${episodeId}::uuid, ${kind}, ${key})`
  for (const notice of notices) await enqueueJob(deed, 'tell-notice', notice)
}

/** Has handoffs follow what began or ended by itself. For the system actor. @returns of how many cases. */
export async function followSharingEnds({ tx }: Deed): Promise<number> {
  const [row] = await tx.$queryRaw<{ followed: number }[]>`select app.follow_sharing_ends() as followed`
  return row?.followed ?? 0
}
