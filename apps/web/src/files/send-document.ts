import { AppError } from '@throughcare/api/app-error'
import { readDocument } from '@throughcare/api/document/read-document'
import { z } from 'zod'
import type { FileHandler } from './file-handlers.ts'

/** A document goes out: as a file to save, under its made-up name, and never as a page of ours. */
export const sendDocumentFile: FileHandler = async ({ req, res, signedIn }) => {
  if (!signedIn.hat) throw new AppError('no-hat')
  const id = z.uuid().safeParse(new URL(req.url ?? '/', 'http://here.invalid').searchParams.get('id'))
  if (!id.success) throw new AppError('not-found')
  const { mediaType, fileName, content } = await readDocument(signedIn.hat, id.data)
  res.writeHead(200, {
    'content-type': mediaType,
    'content-length': content.length,
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  res.end(content)
}
