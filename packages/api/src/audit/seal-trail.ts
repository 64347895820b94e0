import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  findSealedPlace,
  listChainEnds,
  listTrailAfter,
  lockSealing,
  recordSeal,
} from '@throughcare/db/audit/trail-repository'
import {
  type ChainEnd,
  canonicalEntry,
  canonicalSeal,
  NO_SERVICE,
  NOTHING_BEFORE,
  type TrailEntry,
} from '@throughcare/domain/audit/trail'
import { moveAnchor, readAnchor, type TrailAnchor } from './trail-anchor.ts'
import { hashOf, signText, type TrailKey } from './trail-key.ts'

/** So many entries are sealed in one transaction. */
const AT_ONCE = 2_000

/** With what the trail is sealed, and where this machine remembers how far; null: nowhere. */
export type Sealing = { key: TrailKey; anchorFile: string | null; atOnce?: number }

/**
 * Seals what was written since the last time, in the order of the transactions, each service's entries in a batch of its own
 * chain. Only entries whose transaction is older than every open one: nothing can come between them any more. Of two workers at
 * once one seals and the other does nothing.
 *
 * @returns how many entries
 * @throws Error when a chain is shorter than this machine remembers, or another: it is not sealed any further, which the page of
 *   jobs and `/api/health/ready` say after a minute
 */
export async function sealTrail({ key, anchorFile, atOnce = AT_ONCE }: Sealing): Promise<number> {
  const anchor = anchorFile ? readAnchor(anchorFile) : new Map()
  let all = 0
  for (;;) {
    const { sealed, ends } = await sealOnce(key, anchor, atOnce)
    if (anchorFile && ends.length > 0) moveAnchor(anchorFile, ends)
    all += sealed
    if (sealed < atOnce) return all
  }
}

function sealOnce(key: TrailKey, anchor: TrailAnchor, atMost: number): Promise<{ sealed: number; ends: ChainEnd[] }> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) => {
    if (!(await lockSealing(deed))) return { sealed: 0, ends: [] }
    const entries = await listTrailAfter(deed, await findSealedPlace(deed), atMost)
    const chains = Map.groupBy(entries, ({ serviceId }) => serviceId ?? NO_SERVICE)
    const stored = new Map((await listChainEnds(deed, [...chains.keys()])).map((end) => [end.serviceId, end]))
    const ends: ChainEnd[] = []
    for (const [serviceId, batch] of chains) {
      const before = stored.get(serviceId) ?? null
      refuseShortened(before, anchor.get(serviceId))
      const seal = sealOf(serviceId, batch, before)
      const hash = hashOf(canonicalSeal(seal))
      await recordSeal(deed, { ...seal, hash, signature: signText(key, hash) })
      ends.push({ serviceId, sequence: seal.sequence, hash, firstId: seal.entryIds[0] ?? '' })
    }
    return { sealed: entries.length, ends }
  })
}

function sealOf(serviceId: string, batch: readonly TrailEntry[], before: ChainEnd | null) {
  return {
    serviceId,
    sequence: (before?.sequence ?? 0) + 1,
    entryIds: batch.map(({ id }) => id),
    entryHashes: batch.map((entry) => hashOf(canonicalEntry(entry))),
    lastXid: batch.at(-1)?.xid ?? '',
    previous: before?.hash ?? NOTHING_BEFORE,
  }
}

function refuseShortened(stored: ChainEnd | null, remembered: ChainEnd | undefined): void {
  if (!remembered) return
  const isShorter = (stored?.sequence ?? 0) < remembered.sequence
  const isOther = stored?.sequence === remembered.sequence && stored.hash !== remembered.hash
  if (isShorter || isOther) throw new Error('trail altered')
}
