import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findItemsAtWork, recordEdit } from '@throughcare/db/checklist/item-work-repository'
import { addDocument } from '@throughcare/db/document/document-repository'
import { newId } from '@throughcare/db/uuid'
import { MOST_DOCUMENT_BYTES } from '@throughcare/domain/document/document-codes'
import type { AttachDocumentInput } from '@throughcare/domain/document/document-inputs'
import { MEDIA_TYPES, mediaTypeOf } from '@throughcare/domain/document/media-type'
import { countTurn } from '../access/limits.ts'
import { AppError, refused } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { notingDenied } from './note-denied.ts'
import { scanFile } from './scan-file.ts'

export type DocumentAttached = { documentId: string }

/**
 * Keeps a file as evidence on an item. What it is, is read from its bytes; its name is made up; the site's scanner, where there
 * is one, is asked first. The file has the data category of its item.
 *
 * @throws AppError `not-found` | `not-allowed` | `too-many-attempts` | `too-large` | `refused` with `document.empty`, `document.not-taken`,
 *   `document.found-harmful` or `document.not-scanned`
 */
export function attachDocument(
  actor: Actor,
  input: AttachDocumentInput,
  content: Uint8Array<ArrayBuffer>,
): Promise<DocumentAttached> {
  return notingDenied(actor, 'document.attach', input.itemId, async () => {
    await countTurn('document.attach', actor.accountId)
    if (content.length === 0) throw refused('document.empty')
    if (content.length > MOST_DOCUMENT_BYTES) throw new AppError('too-large')
    const mediaType = mediaTypeOf(content)
    if (!mediaType) throw refused('document.not-taken')
    const scanned = await scanFile(content)
    if (scanned !== 'clean') throw refused(scanned === 'found' ? 'document.found-harmful' : 'document.not-scanned')

    const hash = createHash('sha256').update(content).digest()
    const press = { ...input, sha256: hash.toString('hex') }
    return perform(actor, 'document.attach', press, async (deed) => {
      const [item] = await findItemsAtWork(deed, [input.itemId])
      if (!item) throw new AppError('not-found')
      if (!mayOn(actor, 'document.attach', item, item.area)) throw new AppError('not-allowed')
      const documentId = newId()
      const { episodeId, area } = item
      await addDocument(deed, {
        id: documentId,
        itemId: item.id,
        episodeId,
        area,
        shows: input.shows,
        mediaType,
        fileName: `${randomUUID()}.${MEDIA_TYPES[mediaType]}`,
        sha256: Uint8Array.from(hash),
        content,
      })
      await recordEdit(
        deed,
        { itemId: item.id, episodeId, area },
        { field: 'document', oldValue: null, newValue: documentId, reason: null },
        input.requestId,
      )
      await recordAudit(deed, {
        action: 'document.attach',
        episodeIds: [episodeId],
        personIds: [item.personId],
        fields: ['document'],
        requestId: input.requestId,
      })
      return { documentId }
    })
  })
}
