import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '@throughcare/api/app-error'
import { log } from '@throughcare/api/log'
import { getPrintPack } from '@throughcare/api/print-pack/get-print-pack'
import { recordPrint } from '@throughcare/api/print-pack/record-print'
import { personLanguage } from '@throughcare/i18n/locales'
import { z } from 'zod'
import { isAskedElsewhere } from '../http/request-origin.ts'
import { paths } from '../paths.ts'
import { findChromium } from '../print-pack/find-chromium.ts'
import { makePdf } from '../print-pack/make-pdf.ts'
import { issueTicket } from '../print-pack/once-tickets.ts'
import { isPrintSheet, readPrintChoice } from '../print-pack/print-address.ts'
import type { FileHandler } from './file-handlers.ts'

/**
 * A page of the print pack as a PDF. It is kept nowhere: made, written into the trail with the seal of its content, handed out.
 * Whoever asks from a page of somebody else gets nothing, because each asking starts a browser.
 */
export const sendPrintPack: FileHandler = async ({ req, res, signedIn, traceId }) => {
  if (!signedIn.hat) throw new AppError('no-hat')
  if (isAskedElsewhere(req.headers['sec-fetch-site'])) throw new AppError('not-allowed')
  const query = new URL(req.url ?? '/', 'http://here.invalid').searchParams
  const choice = readPrintChoice(Object.fromEntries(query))
  const episode = z.uuid().safeParse(query.get('episode'))
  const sheet = query.get('sheet') ?? ''
  if (!episode.success || !isPrintSheet(sheet)) throw new AppError('not-found')
  const episodeId = episode.data
  // Before a browser is started: is the case open to whoever asks?
  const pack = await getPrintPack(signedIn.hat, { episodeId })
  const language = choice.language ?? personLanguage(pack.person.languages).locale
  const wording = choice.wording ?? 'discreet'
  const { size, service } = choice

  const executable = findChromium()
  const page = paths.printSheet(episodeId, sheet, { language, wording, size, service: service ?? undefined })
  const ticket = executable === null ? null : issueTicket(req, page)
  if (executable === null || ticket === null) throw new AppError('unavailable')
  const pdf = await makePdf(executable, `${originHere(req)}${ticket}`).catch((error: Error) => {
    // Its words hold the ticket's address, and nothing of it is logged.
    log.error({ traceId, kind: error.name }, 'no PDF was made')
    throw new AppError('unavailable')
  })
  const seal = createHash('sha256').update(pdf).digest('hex')
  await recordPrint(signedIn.hat, { episodeId, sheet, wording, language, seal })
  res.writeHead(200, {
    'content-type': 'application/pdf',
    'content-length': pdf.length,
    'content-disposition': 'attachment; filename="page.pdf"',
    'cache-control': 'no-store',
  })
  res.end(pdf)
}

/** This very process, by number: the socket that the asking came in on. */
function originHere({ socket }: IncomingMessage): string {
  const address = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  return `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`
}
