import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHead } from '@throughcare/db/audit/trail-repository'
import type { ExportHeadInput } from '@throughcare/domain/audit/trail-board-input'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'

/** A head as it leaves: the document exactly as it was signed, and the signature in hexadecimal. */
export type ExportedHead = { sequence: number; document: string; signature: string }

/**
 * Hands out a signed head: where every chain of the trail ended, and nothing of what stands in it. A second party that keeps it
 * can show later that the trail was shortened or written anew.
 *
 * @throws AppError `not-found` when none of this number was signed.
 */
export function exportHead(actor: Actor, input: ExportHeadInput): Promise<ExportedHead> {
  return perform(actor, 'audit.export-head', input, async (deed) => {
    const head = await findHead(deed, input.sequence)
    if (!head) throw new AppError('not-found')
    await recordAudit(deed, { action: 'audit.export-head', fields: ['head'], requestId: input.requestId })
    return { sequence: head.sequence, document: head.document, signature: head.signature }
  })
}
