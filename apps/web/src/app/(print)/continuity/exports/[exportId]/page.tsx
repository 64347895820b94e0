import { AppError } from '@throughcare/api/app-error'
import { LinkButton } from '@throughcare/ui/link-button'
import { TRPCError } from '@trpc/server'
import { getTranslations } from 'next-intl/server'
import styles from '../../../../../audit/copy.module.css'
import { getFigureWords } from '../../../../../continuity/get-figure-words.ts'
import { BesideTables } from '../../../../../figure-export/beside-tables.tsx'
import { FigureTables, SummaryTable } from '../../../../../figure-export/figure-tables.tsx'
import { getCsvWords } from '../../../../../figure-export/get-csv-words.ts'
import { GroupTables } from '../../../../../figure-export/group-tables.tsx'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../print-pack/print-button.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('figure-export', 'report.title')

type Props = { readonly params: Promise<{ exportId: string }> }

/** Figures as they left: headings and tables, for paper, for a screen reader and for the PDF of it. */
export default async function FigureExportPage({ params }: Props) {
  const exportId = idOrNotFound((await params).exportId)
  const caller = await api()
  const [opened, t] = await Promise.all([
    orWaiting(orNotFound(caller.figureExport.byId({ exportId }))),
    getTranslations('figure-export'),
  ])
  const back = (
    <LinkButton href={paths.figureExports()} variant="secondary" icon="back">
      {t('page.title')}
    </LinkButton>
  )
  if (opened === null)
    return (
      <main className={styles.sheet}>
        <h1>{t('list.file')}</h1>
        <p>{t('refusal.second-person')}</p>
        <p>{back}</p>
      </main>
    )
  const [words, figures, format] = await Promise.all([getCsvWords(opened), getFigureWords(), getFormat()])
  const { content } = opened
  const month = opened.month ?? content.months.at(-1) ?? ''
  return (
    <>
      <header className={styles.deeds}>
        <LinkButton href={paths.figureFile(exportId)} leadsAway>
          {t('report.take-pdf')}
        </LinkButton>{' '}
        <LinkButton href={paths.figureCsv(exportId)} variant="secondary" leadsAway>
          {t('list.csv')}
        </LinkButton>{' '}
        <PrintButton text={t('report.print')} /> {back}
      </header>
      <main className={styles.sheet}>
        <h1>{t('report.heading', { month: figures.month(month) })}</h1>
        {opened.kind === 'monthly-report' && (
          <p>{t('report.lead', { service: content.serviceName, at: format.instant(content.countedAt) })}</p>
        )}
        {words.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{t('report.rule')}</p>
        <SummaryTable content={content} month={month} />
        {content.figures.map(
          (figure) =>
            figure.state === 'collected' && (
              <FigureTables key={figure.indicator} figure={figure} countedAt={content.countedAt} />
            ),
        )}
        {content.beside && <BesideTables beside={content.beside} />}
        {content.groups && <GroupTables groups={content.groups} />}
      </main>
    </>
  )
}

/** Null while a second person has not let it go. */
async function orWaiting<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof AppError && error.cause.code === 'refused') return null
    throw error
  }
}
