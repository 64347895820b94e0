import type { ListedFigureExport } from '@throughcare/api/figure-export/open-figure-export'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { getTranslations } from 'next-intl/server'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { ApproveExport } from '../../../../figure-export/approve-export.tsx'
import { MakeExportForm } from '../../../../figure-export/make-export-form.tsx'
import { paths } from '../../../../paths.ts'
import { currentSession } from '../../../../session/current-session.ts'
import { api } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('figure-export', 'page.title')

/** What left: files with their reasons, the report of each month, and what waits for a second person. */
export default async function FigureExportsPage() {
  const caller = await api()
  const [{ exports }, session, t, words, format] = await Promise.all([
    caller.figureExport.list({}),
    currentSession(),
    getTranslations('figure-export'),
    getFigureWords(),
    getFormat(),
  ])
  const named = (one: ListedFigureExport) =>
    one.month === null ? t('list.file') : t('list.report', { month: words.month(one.month) })
  const state = (one: ListedFigureExport) => {
    if (!one.isReady) return one.isOwn ? `${t('list.waiting')}. ${t('approve.own')}` : t('list.waiting')
    return one.approvedBy && one.approvedAt
      ? t('list.approved', { name: one.approvedBy, at: format.instant(one.approvedAt) })
      : t('list.ready')
  }
  return (
    <Words nouns={['figure-export']}>
      <Stack gap="large">
        <PageHeading
          lead={t('page.lead', { service: session?.hat?.serviceName ?? '' })}
          actions={
            <LinkButton href={paths.continuity()} variant="secondary" icon="back">
              {t('page.back')}
            </LinkButton>
          }
        >
          {t('page.heading')}
        </PageHeading>
        <Section heading={t('make.heading')} lead={t('make.lead')} card>
          <MakeExportForm />
        </Section>
        <Section heading={t('list.heading')}>
          {exports.length === 0 ? (
            <EmptyState heading={t('list.empty')} headingLevel={3}>
              {t('list.empty-text')}
            </EmptyState>
          ) : (
            <Table
              caption={t('list.caption')}
              hideCaption
              columns={[
                { key: 'what', header: t('list.what'), isRowHeader: true },
                { key: 'made', header: t('list.made') },
                { key: 'by', header: t('list.by') },
                { key: 'reason', header: t('list.reason') },
                { key: 'state', header: t('list.state') },
                { key: 'take', header: t('list.take') },
              ]}
              rows={exports.map((one) => ({
                key: one.exportId,
                cells: {
                  what: named(one),
                  made: format.instant(one.madeAt, 'weekday'),
                  by: one.madeBy ?? t('list.itself'),
                  reason: one.reason === null ? '–' : <q>{one.reason}</q>,
                  state: state(one),
                  take: one.isReady ? (
                    <Link href={paths.figureExport(one.exportId)}>
                      {t('list.open')}
                      <VisuallyHidden> {named(one)}</VisuallyHidden>
                    </Link>
                  ) : (
                    !one.isOwn && <ApproveExport exportId={one.exportId} />
                  ),
                },
              }))}
            />
          )}
        </Section>
      </Stack>
    </Words>
  )
}
