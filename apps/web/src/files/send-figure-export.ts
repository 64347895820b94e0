import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '@throughcare/api/app-error'
import { openFigureExport, recordFigureFile } from '@throughcare/api/figure-export/open-figure-export'
import { log } from '@throughcare/api/log'
import { mayEver } from '@throughcare/domain/access/who-may'
import { z } from 'zod'
import { isAskedElsewhere } from '../http/request-origin.ts'
import { paths } from '../paths.ts'
import { findChromium } from '../print-pack/find-chromium.ts'
import { makePdf } from '../print-pack/make-pdf.ts'
import { issueTicket } from '../print-pack/once-tickets.ts'
import type { FileHandler } from './file-handlers.ts'

/**
 * Figures that left, or the report of a month, as a tagged PDF in the reader's language. What stands in it was frozen when it was made; the file
 * is kept nowhere, and its seal stands in the trail before it is handed out (docs/adr/0085, 0189).
 */
export const sendFigureExport: FileHandler = async ({ req, res, signedIn, traceId }) => {
  const { hat } = signedIn
  if (!hat) throw new AppError('no-hat')
  if (isAskedElsewhere(req.headers['sec-fetch-site'])) throw new AppError('not-allowed')
  if (!mayEver(hat.role, hat.serviceKind, 'figure-export.by-id', hat.grants)) throw new AppError('not-allowed')
  const asked = z.uuid().safeParse(new URL(req.url ?? '/', 'http://here.invalid').searchParams.get('id'))
  if (!asked.success) throw new AppError('not-found')
  const exportId = asked.data
  // Before a browser is started: is it there, and may it be taken?
  await openFigureExport(hat, { exportId })

  const executable = findChromium()
  const ticket = executable === null ? null : issueTicket(req, paths.figureExport(exportId))
  if (executable === null || ticket === null) throw new AppError('unavailable')
  const pdf = await makePdf(executable, `${originHere(req)}${ticket}`, 'many').catch((error: Error) => {
    // Its words hold the ticket's address, and nothing of it is logged.
    log.error({ traceId, kind: error.name }, 'no PDF was made')
    throw new AppError('unavailable')
  })
  const seal = createHash('sha256').update(pdf).digest('hex')
  await recordFigureFile(hat, { exportId, format: 'pdf', language: signedIn.locale, seal })
  res.writeHead(200, {
    'content-type': 'application/pdf',
    'content-length': pdf.length,
    'content-disposition': 'attachment; filename="figures.pdf"',
    'cache-control': 'no-store',
  })
  res.end(pdf)
}

/** This very process, by number: the socket that the asking came in on. */
function originHere({ socket }: IncomingMessage): string {
  const address = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  return `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`
}
