/** The chain of entries that belong to no service, such as a sign-in that named nobody. */
export const NO_SERVICE = '00000000-0000-0000-0000-000000000000'

/**
 * What can be wrong with a sealed trail.
 *
 * altered: an entry says something else than when it was sealed · taken-out: a sealed entry is gone, or no longer in its place ·
 * put-in: an entry stands among sealed ones that was never sealed · seal-altered: a batch is not the one that was signed ·
 * seal-missing: a batch is gone · head-altered: a signed head is not the one that was signed, or not of this trail
 */
export const TRAIL_FAULTS = ['altered', 'taken-out', 'put-in', 'seal-altered', 'seal-missing', 'head-altered'] as const
export type TrailFault = (typeof TRAIL_FAULTS)[number]

/** An entry as it is sealed: texts as PostgreSQL prints them, the instant in UTC to the millisecond. */
export type TrailEntry = {
  id: string
  at: string
  xid: string
  accountId: string | null
  serviceId: string | null
  role: string | null
  action: string
  outcome: string
  askedId: string | null
  episodeIds: readonly string[]
  relations: readonly string[]
  personIds: readonly string[]
  fields: readonly string[]
  requestId: string | null
}

/** A batch as it is signed. Hashes are in hexadecimal. */
export type TrailSeal = {
  serviceId: string
  sequence: number
  entryIds: readonly string[]
  entryHashes: readonly string[]
  lastXid: string
  previous: string
}

/** Where a chain ends: its last batch, and the entry that this begins with. */
export type ChainEnd = { serviceId: string; sequence: number; hash: string; firstId: string }

/** The text of an entry whose hash is sealed: one order, nothing left out, the same for everybody who checks it. */
export function canonicalEntry(entry: TrailEntry): string {
  return JSON.stringify([
    entry.id,
    entry.at,
    entry.xid,
    entry.accountId,
    entry.serviceId,
    entry.role,
    entry.action,
    entry.outcome,
    entry.askedId,
    entry.episodeIds,
    entry.relations,
    entry.personIds,
    entry.fields,
    entry.requestId,
  ])
}

/** The text of a batch whose hash is signed. */
export function canonicalSeal(seal: TrailSeal): string {
  return JSON.stringify([seal.serviceId, seal.sequence, seal.previous, seal.lastXid, seal.entryIds, seal.entryHashes])
}

/** What is before the first batch of a chain, and before the first head. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** A head: where every chain ended at a moment, and with whose key it is signed. */
export type TrailHead = {
  sequence: number
  /** ISO. */
  signedAt: string
  /** SHA-256 of the document before, in hexadecimal. */
  previous: string
  /** SPKI in PEM. */
  publicKey: string
  chains: readonly ChainEnd[]
}
