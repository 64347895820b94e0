import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SignedIn } from '@throughcare/api/access/signed-in'
import { receiveDocumentFile } from './receive-document.ts'
import { receiveReleaseListFile } from './receive-release-list.ts'
import { sendDocumentFile } from './send-document.ts'
import { sendFigureExport } from './send-figure-export.ts'
import { sendPrintPack } from './send-print-pack.ts'

/** Who sends or fetches a file: signed in, under a hat, from a page of ours when something is sent. */
export type FileRequest = { req: IncomingMessage; res: ServerResponse; signedIn: SignedIn; traceId: string }

/**
 * Streams a file in or out. The body is not read yet: the handler reads it with a limit of its own. What it throws as
 * AppError is answered as every refusal is.
 */
export type FileHandler = (request: FileRequest) => Promise<void>

/** Every file that comes in or goes out, by method and path: `POST /api/files/release-list`. */
export const FILE_HANDLERS: Readonly<Record<string, FileHandler>> = {
  'POST /api/files/release-list': receiveReleaseListFile,
  'POST /api/files/document': receiveDocumentFile,
  'GET /api/files/document': sendDocumentFile,
  'GET /api/files/print-pack': sendPrintPack,
  'GET /api/files/figure-export': sendFigureExport,
}
