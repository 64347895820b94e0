import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../../../handoff/person-name.ts'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('how-was-it', 'list.title')

/** Whom to ring today: after a reported overdose first, then those who are to be asked how it was. */
export default async function ToAskPage() {
  const caller = await api()
  const [{ persons, isCut }, t, format] = await Promise.all([
    caller.howWasIt.due(),
    getTranslations('how-was-it'),
    getFormat(),
  ])
  return (
    <Stack gap="large">
      <PageHeading lead={t('list.lead', { count: persons.length })}>{t('list.heading')}</PageHeading>
      {isCut && <Notice tone="attention">{t('list.cut')}</Notice>}
      {persons.length === 0 ? (
        <EmptyState heading={t('list.nobody')}>{t('list.nobody-text')}</EmptyState>
      ) : (
        <Table
          caption={t('list.heading')}
          hideCaption
          columns={[
            { key: 'person', header: t('list.person'), isRowHeader: true },
            { key: 'why', header: t('list.why') },
            { key: 'until', header: t('list.until') },
          ]}
          rows={persons.map(({ asking, overdoseContactDueAt, isOurContact, ...one }) => ({
            key: one.episodeId,
            ...(overdoseContactDueAt ? { tone: 'urgent' as const } : {}),
            cells: {
              person: (
                <Link href={overdoseContactDueAt ? paths.overdosePlan(one.episodeId) : paths.howWasIt(one.episodeId)}>
                  <bdi>{listedName(one)}</bdi>
                </Link>
              ),
              why: [
                overdoseContactDueAt && t(isOurContact ? 'list.overdose-ours' : 'list.overdose'),
                asking && t('list.asking', { day: asking.day }),
              ]
                .filter(Boolean)
                .join('. '),
              until: overdoseContactDueAt
                ? format.instant(overdoseContactDueAt)
                : asking && format.day(asking.closesOn),
            },
          }))}
        />
      )}
    </Stack>
  )
}
