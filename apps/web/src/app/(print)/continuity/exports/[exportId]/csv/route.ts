import { createHash } from 'node:crypto'
import { recordFigureFile } from '@throughcare/api/figure-export/open-figure-export'
import { figuresCsv } from '@throughcare/domain/figure-export/figures-csv'
import { forbidden } from 'next/navigation'
import { getCsvWords } from '../../../../../../figure-export/get-csv-words.ts'
import { idOrNotFound } from '../../../../../../handoff/id-or-not-found.ts'
import { isAskedElsewhere } from '../../../../../../http/request-origin.ts'
import { currentSession } from '../../../../../../session/current-session.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { currentReader } from '../../../../../../words/current-reader.ts'

type Asked = { readonly params: Promise<{ exportId: string }> }

/**
 * Figures that left, as a file for a spreadsheet in the reader's language. Its seal stands in the trail before it is handed out, as that of the
 * PDF does (docs/adr/0085, 0189). It is a page's neighbour and no file handler because its words are those of a page.
 */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const exportId = idOrNotFound((await params).exportId)
  const [session, caller] = await Promise.all([currentSession(), api()])
  if (!session?.hat || isAskedElsewhere(request.headers.get('sec-fetch-site'))) forbidden()
  const opened = await orNotFound(caller.figureExport.byId({ exportId }))
  const file = figuresCsv(opened.content, await getCsvWords(opened))
  const { locale } = await currentReader()
  const seal = createHash('sha256').update(file).digest('hex')
  await recordFigureFile(session.hat, { exportId, format: 'csv', language: locale, seal })
  return new Response(file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="figures.csv"',
      'cache-control': 'no-store',
    },
  })
}
