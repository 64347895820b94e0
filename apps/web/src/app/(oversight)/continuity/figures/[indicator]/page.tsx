import type { LengthsPage } from '@throughcare/api/continuity/get-lengths'
import type { ContinuityPage } from '@throughcare/api/continuity/get-report'
import type { Indicator, LengthIndicator } from '@throughcare/domain/continuity/indicators'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import {
  type ContinuityChoice,
  choiceQuery,
  isWholePeriod,
  readChoice,
  readIndicator,
  readLengthIndicator,
  readLimits,
} from '../../../../../continuity/continuity-address.ts'
import { FigureRule } from '../../../../../continuity/figure-rule.tsx'
import { FigureSection } from '../../../../../continuity/figure-section.tsx'
import { FigureSummary } from '../../../../../continuity/figure-summary.tsx'
import { LengthSection } from '../../../../../continuity/length-section.tsx'
import { LengthSummary } from '../../../../../continuity/length-summary.tsx'
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
  const { indicator: name } = await params
  const [indicator, length] = [readIndicator(name), readLengthIndicator(name)]
  const search = await searchParams
  if (length !== null) return <LengthPage indicator={length} choice={readChoice(search)} />
  if (indicator === null) notFound()
  const caller = await api()
  const [page, written] = await Promise.all([
    caller.continuity.report(readChoice(search)),
    caller.figureAnnotation.list(),
  ])
  const figure = page.figures.find((each) => each.indicator === indicator)
  if (!figure) notFound()
  return (
    <FigureFrame indicator={indicator} page={page}>
      {!page.isRefused && <FigureSummary figure={figure} page={page} annotations={written.annotations} />}
      {figure.state === 'collected' && (
        <FigureSection figure={figure} page={page} annotations={written.annotations} limits={readLimits(search)} />
      )}
    </FigureFrame>
  )
}

type LengthProps = { readonly indicator: LengthIndicator; readonly choice: ContinuityChoice }

async function LengthPage({ indicator, choice: { from, to } }: LengthProps) {
  const caller = await api()
  const [page, written] = await Promise.all([
    caller.continuity.lengths({ indicator, from, to }),
    caller.figureAnnotation.list(),
  ])
  return (
    <FigureFrame indicator={indicator} page={{ ...page, prisons: [] }}>
      <LengthSummary length={page.whole} isWhole={isWholePeriod(page)} />
      <LengthSection page={page} annotations={written.annotations} />
    </FigureFrame>
  )
}

type FrameProps = {
  readonly indicator: Indicator | LengthIndicator
  readonly page: Omit<LengthsPage, 'whole' | 'byMonth' | 'scope'> &
    Pick<ContinuityPage, 'prisons'> & { isRefused?: boolean }
  readonly children: ReactNode
}

/** What stands above every figure, and its rule below it. */
async function FigureFrame({ indicator, page, children }: FrameProps) {
  const [t, format] = await Promise.all([getTranslations('continuity'), getFormat()])
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
      {children}
      <FigureRule indicator={indicator} />
    </Stack>
  )
}
