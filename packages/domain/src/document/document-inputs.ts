import type { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { DocumentSubject } from './document-codes.ts'

/** What comes beside a file: codes and ids, so that it may stand in an address. */
export const AttachDocumentInput = inputOf({
  itemId: idOf('document.itemId'),
  requestId: RequestId,
  shows: DocumentSubject,
})
export type AttachDocumentInput = z.infer<typeof AttachDocumentInput>

export const RemoveDocumentInput = inputOf({
  documentId: idOf('document.documentId'),
  /** The item that the page showed it on. */
  itemId: idOf('document.itemId'),
  requestId: RequestId,
  reason: filledText('document.reason', 500),
})
export type RemoveDocumentInput = z.infer<typeof RemoveDocumentInput>
