import { RELEASE_LIST_COLUMN_NAMES } from '@throughcare/domain/release-list/release-list-columns'
import { Disclosure } from '@throughcare/ui/disclosure'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../paths.ts'
import { UploadForm } from '../../../release-list/upload-form.tsx'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('release-list', 'page.title')

/** Bringing in the prison's own list, and the lists of the last days. */
export default async function ReleaseListsPage() {
  const caller = await api()
  const [lists, t, format] = await Promise.all([
    caller.releaseList.list(),
    getTranslations('release-list'),
    getFormat(),
  ])
  return (
    <Words nouns={['release-list']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
        <Section heading={t('upload.heading')} card>
          <UploadForm />
          <Disclosure summary={t('upload.columns')}>
            <FactList facts={RELEASE_LIST_COLUMN_NAMES} />
          </Disclosure>
        </Section>
        <Section heading={t('earlier.heading')}>
          {lists.length === 0 ? (
            <EmptyState heading={t('earlier.none')} />
          ) : (
            <Table
              caption={t('earlier.caption')}
              hideCaption
              columns={[
                { key: 'when', header: t('earlier.when'), isRowHeader: true },
                { key: 'by', header: t('earlier.by') },
                { key: 'lines', header: t('earlier.lines'), align: 'end' },
                { key: 'state', header: t('earlier.state') },
              ]}
              rows={lists.map((list) => ({
                key: list.listId,
                cells: {
                  when: (
                    <Link href={paths.releaseList(list.listId)}>
                      {t('earlier.open', { when: format.instant(list.uploadedAt) })}
                    </Link>
                  ),
                  by: list.uploadedBy,
                  lines: list.linesTotal,
                  state: t(`state.${list.state}`),
                },
              }))}
            />
          )}
        </Section>
      </Stack>
    </Words>
  )
}
