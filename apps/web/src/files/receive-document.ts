import { AppError } from '@throughcare/api/app-error'
import { attachDocument } from '@throughcare/api/document/attach-document'
import { MOST_DOCUMENT_BYTES } from '@throughcare/domain/document/document-codes'
import { AttachDocumentInput } from '@throughcare/domain/document/document-inputs'
import { answerJson } from '../http/answer.ts'
import type { FileHandler } from './file-handlers.ts'

/** A document comes in: the body is the file, what it is for stands in the address in ids and codes. Answers with its id. */
export const receiveDocumentFile: FileHandler = async ({ req, res, signedIn }) => {
  if (!signedIn.hat) throw new AppError('no-hat')
  const asked = Object.fromEntries(new URL(req.url ?? '/', 'http://here.invalid').searchParams)
  const input = AttachDocumentInput.safeParse(asked)
  if (!input.success) throw new AppError('invalid-input')
  if (Number(req.headers['content-length'] ?? 0) > MOST_DOCUMENT_BYTES) throw new AppError('too-large')
  answerJson(res, 200, await attachDocument(signedIn.hat, input.data, await readAll(req)))
}

/** The whole body, which fits in memory: never more of it than is taken, whatever its header says. */
async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let seen = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    if (seen > MOST_DOCUMENT_BYTES) throw new AppError('too-large')
    chunks.push(chunk)
  }
  const content = new Uint8Array(seen)
  let at = 0
  for (const chunk of chunks) {
    content.set(chunk, at)
    at += chunk.length
  }
  return content
}
