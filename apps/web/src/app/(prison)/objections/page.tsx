import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../paths.ts'
import { api, orNotFound } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('objection', 'title')

/** Objections that wait for a clinician of this service: those past their day first, which managers see as well. */
export default async function ObjectionsPage() {
  const caller = await api()
  const { objections, overdue } = await orNotFound(caller.objection.open({}))
  const [t, category, format] = await Promise.all([
    getTranslations('objection'),
    getTranslations('handoff.category'),
    getFormat(),
  ])
  return (
    <Stack gap="large">
      <PageHeading lead={t('list.overdue', { count: overdue })}>{t('heading')}</PageHeading>
      {objections.length === 0 ? (
        <EmptyState heading={t('list.none')} />
      ) : (
        <Table
          caption={t('list.caption')}
          hideCaption
          columns={[
            { key: 'person', header: t('list.person'), isRowHeader: true },
            { key: 'what', header: t('list.what') },
            { key: 'due', header: t('list.due') },
          ]}
          rows={objections.map((one) => ({
            key: one.objectionId,
            tone: one.isOverdue ? 'urgent' : undefined,
            cells: {
              person: (
                <Link href={paths.sharing(one.episodeId)}>
                  {[one.givenNames, one.familyName].filter(Boolean).join(' ')}
                </Link>
              ),
              what: one.categories.map((each) => category(each)).join(', '),
              due: (
                <StatusTag tone={one.isOverdue ? 'urgent' : 'attention'}>
                  {format.instant(one.dueAt, 'short', one.timeZone)}
                </StatusTag>
              ),
            },
          }))}
        />
      )}
    </Stack>
  )
}
