import type { ChainEnd, TrailEntry, TrailFault, TrailSeal } from '@throughcare/domain/audit/trail'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A place in the trail: behind the entry with this transaction and id. */
export type TrailPlace = { xid: string; id: string }
export const TRAIL_BEGINS: TrailPlace = { xid: '-1', id: '00000000-0000-0000-0000-000000000000' }

/** A batch as it is stored. */
export type StoredSeal = TrailSeal & { hash: string; signature: string }

/** Any number will do as long as nobody else uses it. */
const SEALING_LOCK = 7_246_840_517n

/** Takes the one lock of those who seal, until the transaction ends. False: somebody else is sealing just now. */
export async function lockSealing({ tx }: Deed<SystemActor>): Promise<boolean> {
  const [answer] = await tx.$queryRaw<
    { locked: boolean }[]
  >`select pg_try_advisory_xact_lock(${SEALING_LOCK}) as locked`
  return answer?.locked ?? false
}

/** Up to where the trail is sealed. */
export async function findSealedPlace({ tx }: Deed<SystemActor>): Promise<TrailPlace> {
  const [place] = await tx.$queryRaw<TrailPlace[]>`
    select last_xid::text as xid, last_id as id from audit_seal order by last_xid desc, last_id desc limit 1`
  return place ?? TRAIL_BEGINS
}

/** The entries behind a place, as far as no open transaction can put one between them, in the order of their transactions. */
export function listTrailAfter({ tx }: Deed<SystemActor>, after: TrailPlace, atMost: number): Promise<TrailEntry[]> {
  return tx.$queryRaw`
    select id, at, xid, account_id as "accountId", service_id as "serviceId", role, action, outcome, asked_id as "askedId",
      episode_ids as "episodeIds", relations, person_ids as "personIds", fields, request_id as "requestId"
    from app.trail_after(${after.xid}::bigint, ${after.id}::uuid, ${atMost}::int)`
}

/** Where these chains end; a chain that has not begun is not in the answer. */
export function listChainEnds({ tx }: Deed, serviceIds?: readonly string[]): Promise<ChainEnd[]> {
  if (serviceIds)
    return tx.$queryRaw`
      select s.service_id as "serviceId", s.sequence::int, encode(s.hash, 'hex') as hash, s.entry_ids[1] as "firstId"
      from unnest(${[...serviceIds]}::uuid[]) as wanted
      cross join lateral (select * from audit_seal a where a.service_id = wanted order by a.sequence desc limit 1) s`
  return tx.$queryRaw`
    select distinct on (s.service_id) s.service_id as "serviceId", s.sequence::int, encode(s.hash, 'hex') as hash, s.entry_ids[1] as "firstId"
    from audit_seal s order by s.service_id, s.sequence desc`
}

/** The batch of a chain at a place; null when it is not there. */
export async function findSeal({ tx }: Deed, serviceId: string, sequence: number): Promise<StoredSeal | null> {
  const [seal] = await tx.$queryRaw<(Omit<StoredSeal, 'entryHashes'> & { entryHashes: string })[]>`
    select service_id as "serviceId", sequence::int, entry_ids as "entryIds", encode(entry_hashes, 'hex') as "entryHashes",
      last_xid::text as "lastXid", encode(previous, 'hex') as previous, encode(hash, 'hex') as hash,
      encode(signature, 'hex') as signature
    from audit_seal where service_id = ${serviceId}::uuid and sequence = ${sequence}`
  return seal ? { ...seal, entryHashes: seal.entryHashes.match(/.{64}/g) ?? [] } : null
}

/** Whether a chain holds this entry from this batch on. */
export async function isSealedFrom(
  { tx }: Deed,
  serviceId: string,
  sequence: number,
  entryId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from audit_seal where service_id = ${serviceId}::uuid and sequence >= ${sequence}
      and ${entryId}::uuid = any (entry_ids) limit 1`
  return rows.length > 0
}

export async function recordSeal({ tx }: Deed<SystemActor>, seal: StoredSeal): Promise<void> {
  await tx.$executeRaw`
    insert into audit_seal (service_id, sequence, entry_ids, entry_hashes, last_xid, last_id, previous, hash, signature)
    values (${seal.serviceId}::uuid, ${seal.sequence}, ${[...seal.entryIds]}::uuid[], decode(${seal.entryHashes.join('')}, 'hex'),
      ${seal.lastXid}::bigint, ${seal.entryIds.at(-1)}::uuid, decode(${seal.previous}, 'hex'), decode(${seal.hash}, 'hex'),
      decode(${seal.signature}, 'hex'))`
}

/** A head as it is stored: the document exactly as it was signed. */
export type StoredHead = { sequence: number; signedAt: Date; document: string; signature: string }

/** Heads from a place on, oldest first. */
export function listHeadsAfter({ tx }: Deed, sequence: number, atMost: number): Promise<StoredHead[]> {
  return tx.$queryRaw`
    select sequence::int, signed_at as "signedAt", document, encode(signature, 'hex') as signature
    from audit_head where sequence > ${sequence} order by sequence limit ${atMost}`
}

export async function findLastHead({ tx }: Deed): Promise<StoredHead | null> {
  const [head] = await tx.$queryRaw<StoredHead[]>`
    select sequence::int, signed_at as "signedAt", document, encode(signature, 'hex') as signature
    from audit_head order by sequence desc limit 1`
  return head ?? null
}

/** A head by its place; null when it is not there. For administrators and the worker. */
export async function findHead({ tx }: Deed, sequence: number): Promise<StoredHead | null> {
  const [head] = await tx.$queryRaw<StoredHead[]>`
    select sequence::int, signed_at as "signedAt", document, encode(signature, 'hex') as signature
    from audit_head where sequence = ${sequence}`
  return head ?? null
}

export async function recordHead(
  { tx }: Deed<SystemActor>,
  head: { sequence: number; document: string; signature: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into audit_head (sequence, document, signature)
    values (${head.sequence}, ${head.document}, decode(${head.signature}, 'hex'))`
}

/** What the verifier found: how much it looked at, and the first that is bad. */
export type TrailCheck = {
  entries: number
  seals: number
  fault: { what: TrailFault; serviceId: string | null; sequence: number | null; entryId: string | null } | null
}

export async function recordCheck({ tx }: Deed<SystemActor>, { entries, seals, fault }: TrailCheck): Promise<void> {
  await tx.auditCheck.createMany({
    data: [
      {
        id: newId(),
        entries,
        seals,
        fault: fault?.what ?? null,
        serviceId: fault?.serviceId ?? null,
        sequence: fault?.sequence ?? null,
        entryId: fault?.entryId ?? null,
      },
    ],
  })
}

/** How the trail stands, for the page of jobs and for whoever watches the machines. */
export type TrailState = { notSealedSince: Date | null; brokenSince: Date | null }

export async function findTrailState({ tx }: Deed): Promise<TrailState> {
  const [state] = await tx.$queryRaw<TrailState[]>`
    select app.trail_not_sealed_since() as "notSealedSince", app.trail_broken_since() as "brokenSince"`
  return state ?? { notSealedSince: null, brokenSince: null }
}

/** A chain as its administrators see it. */
export type StoredChain = { serviceId: string; serviceName: string | null; batches: number; sealedAt: Date }

/** The chains, by the name of the service; null stands for what belongs to no service. For administrators and the worker. */
export function listChains({ tx }: Deed): Promise<StoredChain[]> {
  return tx.$queryRaw`
    select s.service_id as "serviceId", v.name as "serviceName", s.sequence::int as batches, app.now() - (now() - s.sealed_at) as "sealedAt"
    from (select distinct on (service_id) service_id, sequence, sealed_at from audit_seal order by service_id, sequence desc) s
    left join service v on v.id = s.service_id order by v.name nulls last`
}

/** What the verifier found when it last looked; null: it has not. For administrators and the worker. */
export async function findLastCheck({ tx }: Deed): Promise<(TrailCheck & { checkedAt: Date }) | null> {
  const [last] = await tx.$queryRaw<
    {
      checkedAt: Date
      entries: number
      seals: number
      what: TrailFault | null
      serviceId: string | null
      sequence: number | null
      entryId: string | null
    }[]
  >`
    select app.now() - (now() - checked_at) as "checkedAt", entries::int, seals::int, fault as what, service_id as "serviceId",
      sequence::int, entry_id as "entryId"
    from audit_check order by checked_at desc limit 1`
  if (!last) return null
  const { checkedAt, entries, seals, what, ...where } = last
  return { checkedAt, entries, seals, fault: what === null ? null : { what, ...where } }
}
