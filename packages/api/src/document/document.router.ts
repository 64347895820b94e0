import { RemoveDocumentInput } from '@throughcare/domain/document/document-inputs'
import { allowed, router } from '../trpc.ts'
import { removeDocument } from './remove-document.ts'

/** Files in and out go through /api/files; what is left of a document is said here. */
export const documentRouter = router({
  remove: allowed('document.remove')
    .input(RemoveDocumentInput)
    .mutation(({ ctx, input }) => removeDocument(ctx.actor, input)),
})
