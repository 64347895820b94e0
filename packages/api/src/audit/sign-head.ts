import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findLastHead, listChainEnds, lockSealing, recordHead } from '@throughcare/db/audit/trail-repository'
import { NOTHING_BEFORE, type TrailHead } from '@throughcare/domain/audit/trail'
import { hashOf, pemOf, signText, type TrailKey } from './trail-key.ts'

const HEAD_EVERY_MS = 3_600_000

/**
 * Signs where every chain ends, once an hour while anything is sealed: the small document that is handed to a second party.
 *
 * @returns whether one was signed
 */
export function signHead(key: TrailKey, everyMs: number = HEAD_EVERY_MS): Promise<boolean> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) => {
    if (!(await lockSealing(deed))) return false
    const last = await findLastHead(deed)
    const now = new Date()
    if (last && now.getTime() - last.signedAt.getTime() < everyMs) return false
    const chains = await listChainEnds(deed)
    const before = last ? (JSON.parse(last.document) as TrailHead) : null
    if (chains.length === 0 || (before && JSON.stringify(before.chains) === JSON.stringify(chains))) return false
    const head: TrailHead = {
      sequence: (last?.sequence ?? 0) + 1,
      signedAt: now.toISOString(),
      previous: last ? hashOf(last.document) : NOTHING_BEFORE,
      publicKey: pemOf(key.publicKey),
      chains,
    }
    const document = JSON.stringify(head)
    await recordHead(deed, { sequence: head.sequence, document, signature: signText(key, document) })
    return true
  })
}
