import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { PrintSheet, PrintWording } from '@throughcare/domain/print-pack/print-codes'
import { getPart } from '../care-plan/get-part.ts'

/** A page that leaves as a file. */
export type Printed = {
  episodeId: string
  sheet: PrintSheet
  wording: PrintWording
  /** One of the languages of packages/i18n. */
  language: string
  /** SHA-256 of the file, in hexadecimal: whoever holds a copy can show that it is the one that was printed. */
  seal: string
}

/**
 * Writes that a page was printed, before it is handed out: a print that cannot be written down is not made.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function recordPrint(actor: Actor, printed: Printed): Promise<void> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, printed.episodeId, 'print-pack.by-episode')
    await recordAudit(deed, {
      action: 'print-pack.print',
      episodeIds: [printed.episodeId],
      personIds: [part.personId],
      fields: [
        `sheet:${printed.sheet}`,
        `wording:${printed.wording}`,
        `language:${printed.language}`,
        `sha256:${printed.seal}`,
      ],
    })
  })
}
