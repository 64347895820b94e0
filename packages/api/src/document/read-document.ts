import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findContent, findDocument } from '@throughcare/db/document/document-repository'
import type { MediaType } from '@throughcare/domain/document/media-type'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { notingDenied } from './note-denied.ts'

/** A file on its way out. */
export type DocumentFile = { mediaType: MediaType; fileName: string; content: Uint8Array }

/**
 * A document's bytes, for somebody to whom its category is open.
 * @throws AppError `not-found`, for a removed one too | `not-allowed`
 */
export function readDocument(actor: Actor, documentId: string): Promise<DocumentFile> {
  return notingDenied(actor, 'document.read', documentId, () =>
    asActor(actor, async (deed) => {
      const found = await findDocument(deed, documentId)
      if (!found || found.removedAt !== null) throw new AppError('not-found')
      if (!mayOn(actor, 'document.read', found, found.category)) throw new AppError('not-allowed')
      const content = await findContent(deed, documentId)
      if (!content) throw new AppError('not-found')
      await recordAudit(deed, {
        action: 'document.read',
        episodeIds: [found.episodeId],
        personIds: [found.personId],
        fields: ['document'],
      })
      return { mediaType: found.mediaType, fileName: found.fileName, content }
    }),
  )
}
