import { isNarrowed } from '@throughcare/domain/handoff/handoff-filters'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { CaseList } from '@throughcare/ui/case-card'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { getCapacityWords } from '../../../capacity/get-capacity-words.ts'
import { StopNotices } from '../../../custody-episode/stop-notices.tsx'
import { DoubleDoseCalls } from '../../../dose-list/double-dose-calls.tsx'
import { Answered } from '../../../handoff/answered.tsx'
import { getClockWords } from '../../../handoff/get-clock-words.ts'
import { InboxCard } from '../../../handoff/inbox-card.tsx'
import { inboxAddress, readInboxAddress } from '../../../handoff/list-address.ts'
import { InboxFilters } from '../../../handoff/list-filters.tsx'
import { ListKeyLegend } from '../../../handoff/list-key-legend.tsx'
import { ListKeys } from '../../../handoff/list-keys.tsx'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { paths } from '../../../paths.ts'
import { KeptFilters } from '../../../saved-filter/kept-filters.tsx'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff', 'inbox.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** The home of a community caseworker: who was handed to the service, and who has been out longest. */
export default async function InboxPage({ searchParams }: Props) {
  const caller = await api()
  const { page, ...query } = readInboxAddress(await searchParams)
  const [inbox, t, list, capacity, clockWords] = await Promise.all([
    caller.handoff.inbox({ ...query, page }),
    getTranslations('handoff'),
    getTranslations('handoff-list'),
    getCapacityWords(),
    getClockWords(),
  ])
  const awayOf = (workerId: string | null) => {
    const worker = inbox.team.find(({ accountId, today }) => accountId === workerId && today.kind === 'away')
    return worker && capacity.today(worker)
  }
  return (
    <Stack>
      <KeepFresh />
      <PageHeading
        lead={t('inbox.lead')}
        actions={
          inbox.may.assign && (
            <LinkButton href={inboxAddress(query, {}, paths.assignHandoffs)} variant="secondary">
              {list('assign.link')}
            </LinkButton>
          )
        }
      >
        {t('inbox.heading')}
      </PageHeading>
      <StopNotices stopped={inbox.stopped} />
      <DoubleDoseCalls />
      <CountRow
        label={t('inbox.tabs')}
        items={INBOX_TABS.map((one) => ({
          key: one,
          value: String(inbox.counts[one]),
          label: t(`tab.${one}`),
          href: inboxAddress(query, { tab: one }),
          current: one === query.tab,
          tone: one === 'overdue' && inbox.counts.overdue > 0 ? 'urgent' : undefined,
        }))}
      />
      <InboxFilters input={query} senders={inbox.senders} team={inbox.team} />
      <KeptFilters filters={inbox.filters} now={{ list: 'inbox', ...query }} mayKeep={inbox.may.keepFilters} />
      <Words nouns={['handoff']}>
        <Answered>
          {inbox.rows.length === 0 ? (
            isNarrowed(query) ? (
              <EmptyState heading={list('empty.heading')}>{list('empty.text')}</EmptyState>
            ) : (
              <EmptyState heading={t(`inbox.empty.${query.tab}`)}>{t('inbox.empty-text')}</EmptyState>
            )
          ) : (
            <ListKeys>
              <ListKeyLegend />
              <CaseList label={t('inbox.list')}>
                {inbox.rows.map((row) => (
                  <InboxCard
                    key={row.id}
                    row={row}
                    away={awayOf(row.workerId)}
                    clock={clockWords(row.clock, row.prisonTimeZone, row.arrival === 'back-in-custody')}
                  />
                ))}
              </CaseList>
            </ListKeys>
          )}
        </Answered>
      </Words>
      <ListPages page={inbox.page} pages={inbox.pages} hrefOf={(to) => inboxAddress(query, { page: to })} />
    </Stack>
  )
}
