import type { KeyObject } from 'node:crypto'
import type { SystemActor } from '@throughcare/db/actor'
import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { findSeal, listHeadsAfter, type StoredHead, type TrailCheck } from '@throughcare/db/audit/trail-repository'
import { NOTHING_BEFORE, type TrailHead } from '@throughcare/domain/audit/trail'
import { hashOf, isSigned } from './trail-key.ts'

const AT_ONCE = 200

/** Are the signed heads the ones that were signed, and do their chains still say what they said? The first that is not. */
export async function findHeadFault(publicKey: KeyObject): Promise<TrailCheck['fault']> {
  let previous = NOTHING_BEFORE
  let sequence = 0
  let last: TrailHead | null = null
  for (;;) {
    const from = sequence
    const page = await asActor(SYSTEM_OF_NO_SERVICE, (deed) => listHeadsAfter(deed, from, AT_ONCE))
    for (const head of page) {
      if (!isHead(head, sequence + 1, previous, publicKey))
        return { what: 'head-altered', serviceId: null, sequence: sequence + 1, entryId: null }
      last = JSON.parse(head.document) as TrailHead
      previous = hashOf(head.document)
      sequence = head.sequence
    }
    if (page.length < AT_ONCE) break
  }
  return last ? asActor(SYSTEM_OF_NO_SERVICE, (deed) => findLostChain(deed, last)) : null
}

function isHead(
  { sequence, document, signature }: StoredHead,
  expected: number,
  previous: string,
  key: KeyObject,
): boolean {
  if (sequence !== expected || !isSigned(key, document, signature)) return false
  const said = JSON.parse(document) as TrailHead
  return said.sequence === expected && said.previous === previous
}

/** A chain that the last head knew and that does not go as far, or goes another way. */
async function findLostChain(deed: Deed<SystemActor>, head: TrailHead): Promise<TrailCheck['fault']> {
  for (const { serviceId, sequence, hash, firstId } of head.chains) {
    const seal = await findSeal(deed, serviceId, sequence)
    if (seal === null) return { what: 'seal-missing', serviceId, sequence, entryId: firstId }
    if (seal.hash !== hash) return { what: 'seal-altered', serviceId, sequence, entryId: firstId }
  }
  return null
}
