import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { choiceQuery, readChoice, readIndicator, readLimits } from '../../../../../continuity/continuity-address.ts'
import { FigureSection } from '../../../../../continuity/figure-section.tsx'
import { FigureSummary } from '../../../../../continuity/figure-summary.tsx'
import { PeriodFilters } from '../../../../../continuity/period-filters.tsx'
import { paths, type Query } from '../../../../../paths.ts'
import { ReadFromNote } from '../../../../../report-copy/read-from-note.tsx'
import { api } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('continuity', 'figure.title')

type Props = {
  params: Promise<{ indicator: string }>
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** One figure: month by month as a chart of its process, and prison by prison. */
export default async function FigurePage({ params, searchParams }: Props) {
  const indicator = readIndicator((await params).indicator)
  if (indicator === null) notFound()
  const [caller, search] = await Promise.all([api(), searchParams])
  const [page, written, t, format] = await Promise.all([
    caller.continuity.report(readChoice(search)),
    caller.figureAnnotation.list(),
    getTranslations('continuity'),
    getFormat(),
  ])
  const figure = page.figures.find((each) => each.indicator === indicator)
  if (!figure) notFound()
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('figure.title')}
        items={[
          { text: t('cases.back'), href: paths.continuity(choiceQuery(page.selection)) },
          { text: t(`indicator.${indicator}`) },
        ]}
      />
      <PageHeading lead={t('page.as-of', { at: format.instant(page.countedAt) })}>
        {t(`indicator.${indicator}`)}
      </PageHeading>
      <ReadFromNote readFrom={page.readFrom} />
      <PeriodFilters page={page} at={(query: Query = {}) => paths.continuityFigure(indicator, query)} />
      <FigureSummary figure={figure} page={page} annotations={written.annotations} />
      {figure.state === 'collected' && (
        <FigureSection figure={figure} page={page} annotations={written.annotations} limits={readLimits(search)} />
      )}
    </Stack>
  )
}
