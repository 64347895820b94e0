import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import {
  findSeal,
  findSealedPlace,
  listChainEnds,
  listHeadsAfter,
  listTrailAfter,
  TRAIL_BEGINS,
  type TrailPlace,
} from '@throughcare/db/audit/trail-repository'
import { canonicalEntry } from '@throughcare/domain/audit/trail'

const AT_ONCE = 2_000

/** How much an export holds. */
export type ExportedTrail = { heads: number; seals: number; entries: number }

/**
 * Writes the trail to a file for a second party, one JSON object a line: every signed head, every batch, and, where it is asked for,
 * every entry in the form that was sealed. An entry holds ids and names of procedures and fields; no name of a person and no text.
 * `verify-export.mjs` checks it with the public key alone.
 */
export async function writeExport(file: string, { withEntries }: { withEntries: boolean }): Promise<ExportedTrail> {
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  const put = async (line: object) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  }
  const told: ExportedTrail = { heads: 0, seals: 0, entries: 0 }
  for (let page = await headsAfter(0); page.length > 0; page = await headsAfter(told.heads))
    for (const { document, signature } of page) {
      await put({ head: { document, signature } })
      told.heads += 1
    }
  const { ends, until } = await asActor(SYSTEM_OF_NO_SERVICE, async (deed) => ({
    until: await findSealedPlace(deed),
    ends: await listChainEnds(deed),
  }))
  for (const { serviceId, sequence: last } of ends)
    for (let sequence = 1; sequence <= last; sequence += 1) {
      const seal = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => findSeal(deed, serviceId, sequence))
      if (!seal) continue
      await put({ seal })
      told.seals += 1
    }
  if (withEntries)
    for (let after: TrailPlace | undefined = TRAIL_BEGINS; after; ) {
      const page = await entriesAfter(after)
      const kept = page.filter((entry) => BigInt(entry.xid) <= BigInt(until.xid))
      for (const entry of kept) await put({ entry: canonicalEntry(entry) })
      told.entries += kept.length
      after = kept.length === AT_ONCE ? kept.at(-1) : undefined
    }
  out.end()
  await once(out, 'finish')
  return told
}

const headsAfter = (sequence: number) =>
  asActor(SYSTEM_OF_NO_SERVICE, (deed) => listHeadsAfter(deed, sequence, AT_ONCE))
const entriesAfter = (after: TrailPlace) =>
  asActor(SYSTEM_OF_NO_SERVICE, (deed) => listTrailAfter(deed, after, AT_ONCE))
