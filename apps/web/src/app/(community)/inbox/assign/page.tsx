import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { getCapacityWords } from '../../../../capacity/get-capacity-words.ts'
import { AssignList } from '../../../../handoff/assign-list.tsx'
import { getAssignRows } from '../../../../handoff/get-assign-rows.ts'
import { inboxAddress, readInboxAddress } from '../../../../handoff/list-address.ts'
import { InboxFilters } from '../../../../handoff/list-filters.tsx'
import { ListPages } from '../../../../handoff/list-pages.tsx'
import { paths } from '../../../../paths.ts'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff-list', 'assign.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** A tab of the inbox as lines to be selected and given to one worker. */
export default async function AssignHandoffsPage({ searchParams }: Props) {
  const caller = await api()
  const { page, ...query } = readInboxAddress(await searchParams)
  const inbox = await caller.handoff.inbox({ ...query, page })
  const [t, tab, words, rows] = await Promise.all([
    getTranslations('handoff-list.assign'),
    getTranslations('handoff.tab'),
    getCapacityWords(),
    getAssignRows(inbox.rows),
  ])
  return (
    <Stack gap="large">
      <PageHeading lead={t('lead', { list: tab(query.tab) })}>{t('heading')}</PageHeading>
      <p>
        <Link href={inboxAddress(query)}>{t('back')}</Link>
      </p>
      <InboxFilters
        input={query}
        senders={inbox.senders}
        team={inbox.team}
        path={paths.assignHandoffs}
        counts={inbox.counts}
      />
      {rows.length === 0 ? (
        <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
      ) : (
        <Words nouns={['handoff-list']}>
          <AssignList key={inboxAddress(query, { page })} rows={rows} workers={words.options(inbox.team)} />
        </Words>
      )}
      <ListPages
        page={inbox.page}
        pages={inbox.pages}
        hrefOf={(to) => inboxAddress(query, { page: to }, paths.assignHandoffs)}
      />
    </Stack>
  )
}
