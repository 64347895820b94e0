import { mayEver } from '@throughcare/domain/access/who-may'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Row, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { readChoice } from '../../../continuity/continuity-address.ts'
import { FigureGroups } from '../../../continuity/figure-groups.tsx'
import { getFigureWords } from '../../../continuity/get-figure-words.ts'
import { PeriodFilters } from '../../../continuity/period-filters.tsx'
import { paths } from '../../../paths.ts'
import { ReadFromNote } from '../../../report-copy/read-from-note.tsx'
import { currentSession } from '../../../session/current-session.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('continuity', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Whether treatment, housing and care really went on: the figures of one's own prison, service or region. */
export default async function ContinuityPage({ searchParams }: Props) {
  const caller = await api()
  const [page, written, session, t, words, format, barrier, annotation, curve, flow, simulation, left, answers] =
    await Promise.all([
      caller.continuity.report(readChoice(await searchParams)),
      caller.figureAnnotation.list(),
      currentSession(),
      getTranslations('continuity'),
      getFigureWords(),
      getFormat(),
      getTranslations('barrier'),
      getTranslations('figure-annotation'),
      getTranslations('curve'),
      getTranslations('flow'),
      getTranslations('simulation'),
      getTranslations('figure-export'),
      getTranslations('how-was-it'),
    ])
  const { hat } = session ?? {}
  const toBarriers = hat && mayEver(hat.role, hat.serviceKind, 'barrier.report') && (
    <Link href={paths.barrierReport()}>{barrier('report.link')}</Link>
  )
  const toExports = hat && mayEver(hat.role, hat.serviceKind, 'figure-export.list', hat.grants) && (
    <Link href={paths.figureExports()}>{left('page.link')}</Link>
  )
  const { selection } = page
  const hasCases = page.figures.some((figure) => figure.state !== 'no-cases')
  const lead = t(`lead.${page.scope}`, {
    service: hat?.serviceName ?? '',
    from: words.month(selection.from),
    to: words.month(selection.to),
  })
  if (!hasCases)
    return (
      <Stack gap="large">
        <PageHeading>{t('page.heading')}</PageHeading>
        <EmptyState heading={t('empty.heading')}>{t('empty.text')}</EmptyState>
        {toBarriers}
        {toExports}
      </Stack>
    )
  return (
    <Stack gap="large">
      <PageHeading lead={`${lead} ${t('page.as-of', { at: format.instant(page.countedAt) })}`}>
        {t('page.heading')}
      </PageHeading>
      <Row gap="medium">
        <Link href={paths.continuityCurves()}>{curve('link')}</Link>
        <Link href={paths.continuityFlow()}>{flow('link')}</Link>
        <Link href={paths.figureAnnotations()}>{annotation('link')}</Link>
        {hat && mayEver(hat.role, hat.serviceKind, 'simulation.list') && (
          <Link href={paths.simulation()}>{simulation('page.link')}</Link>
        )}
        {hat && mayEver(hat.role, hat.serviceKind, 'how-was-it.figures', hat.grants) && (
          <Link href={paths.continuityAnswers()}>{answers('figures.heading')}</Link>
        )}
        {toExports}
        {toBarriers}
      </Row>
      <ReadFromNote readFrom={page.readFrom} />
      <PeriodFilters page={page} at={paths.continuity} />
      {!page.isRefused && <FigureGroups page={page} annotations={written.annotations} />}
      {page.closed.length > 0 && (
        <p>{t('closed', { figures: page.closed.map((indicator) => t(`indicator.${indicator}`)).join(', ') })}</p>
      )}
    </Stack>
  )
}
