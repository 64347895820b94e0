import type { KeyObject } from 'node:crypto'
import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  findSeal,
  findSealedPlace,
  isSealedFrom,
  listChainEnds,
  listTrailAfter,
  recordCheck,
  TRAIL_BEGINS,
  type TrailCheck,
  type TrailPlace,
} from '@throughcare/db/audit/trail-repository'
import { type ChainEnd, NO_SERVICE } from '@throughcare/domain/audit/trail'
import { type ChainFault, ChainWalk } from './chain-walk.ts'
import type { TrailAnchor } from './trail-anchor.ts'
import { findHeadFault } from './verify-heads.ts'

const AT_ONCE = 5_000

/** What it is checked against: the public key, and what this machine or a second party remembers of the ends of chains. */
export type Witness = { publicKey: KeyObject; anchor: TrailAnchor }

/**
 * Does the trail still say what it said when it was sealed? Recomputes every entry and every batch of every chain, in the order of the
 * transactions, and holds them against the signatures, the signed heads and the anchor. What was written meanwhile is left out.
 * What it found is recorded.
 */
export async function verifyTrail({ publicKey, anchor }: Witness): Promise<TrailCheck> {
  const { ends, until } = await asActor(SYSTEM_OF_NO_SERVICE, async (deed) => ({
    until: await findSealedPlace(deed),
    ends: await listChainEnds(deed),
  }))
  const walks = new Map<string, ChainWalk>()
  const walkOf = (serviceId: string): ChainWalk => {
    const known = walks.get(serviceId)
    if (known) return known
    const last = ends.find((end) => end.serviceId === serviceId)?.sequence ?? 0
    const walk = new ChainWalk(serviceId, last, publicKey, {
      findSeal: (sequence) => asActor(SYSTEM_OF_NO_SERVICE, (deed) => findSeal(deed, serviceId, sequence)),
      isSealedFrom: (sequence, entryId) =>
        asActor(SYSTEM_OF_NO_SERVICE, (deed) => isSealedFrom(deed, serviceId, sequence, entryId)),
    })
    walks.set(serviceId, walk)
    return walk
  }
  for (const { serviceId } of ends) walkOf(serviceId)
  let entries = 0
  for await (const entry of entriesUntil(until)) {
    await walkOf(entry.serviceId ?? NO_SERVICE).pass(entry)
    entries += 1
  }
  for (const walk of walks.values()) await walk.end()

  const faults = [...walks.values()].flatMap(({ fault }) => fault ?? [])
  const seals = [...walks.values()].reduce((sum, walk) => sum + walk.seals, 0)
  const fault = firstOf(faults) ?? (await findAnchorFault(ends, anchor)) ?? (await findHeadFault(publicKey))
  const check: TrailCheck = { entries, seals, fault: fault && { ...fault } }
  await asActor(SYSTEM_OF_NO_SERVICE, (deed) => recordCheck(deed, check))
  return check
}

async function* entriesUntil(until: TrailPlace) {
  let after = TRAIL_BEGINS
  for (;;) {
    const from = after
    const page = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => listTrailAfter(deed, from, AT_ONCE))
    for (const entry of page) {
      if (isBehind(entry, until)) return
      yield entry
    }
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE) return
    after = last
  }
}

function isBehind(one: TrailPlace, other: TrailPlace): boolean {
  const [left, right] = [BigInt(one.xid), BigInt(other.xid)]
  return left === right ? one.id > other.id : left > right
}

/** The fault that stands first in the trail. */
function firstOf(faults: readonly ChainFault[]): TrailCheck['fault'] {
  const [first] = faults.toSorted((one, other) => Number(BigInt(one.xid) - BigInt(other.xid)))
  if (!first) return null
  const { xid: _xid, ...fault } = first
  return fault
}

/** A chain that ends before where it is remembered to have ended, or that says something else there. */
async function findAnchorFault(ends: readonly ChainEnd[], anchor: TrailAnchor): Promise<TrailCheck['fault']> {
  for (const { serviceId, sequence, hash, firstId } of anchor.values()) {
    const end = ends.find((one) => one.serviceId === serviceId)?.sequence ?? 0
    if (end < sequence)
      return {
        what: 'seal-missing',
        serviceId,
        sequence: end + 1,
        entryId: end + 1 === sequence ? firstId : null,
      }
    const stands = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findSeal(deed, serviceId, sequence))
    if (stands?.hash !== hash) return { what: 'seal-altered', serviceId, sequence, entryId: firstId }
  }
  return null
}
