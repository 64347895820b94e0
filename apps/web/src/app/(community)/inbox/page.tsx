import { INBOX_TABS, type InboxTab } from '@throughcare/domain/handoff/inbox-tabs'
import { CaseList } from '@throughcare/ui/case-card'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { StopNotices } from '../../../custody-episode/stop-notices.tsx'
import { DoubleDoseCalls } from '../../../dose-list/double-dose-calls.tsx'
import { Answered } from '../../../handoff/answered.tsx'
import { getClockWords } from '../../../handoff/get-clock-words.ts'
import { InboxCard } from '../../../handoff/inbox-card.tsx'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { readTabAndPage } from '../../../handoff/read-page.ts'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('handoff', 'inbox.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** The home of a community caseworker: who was handed to the service, and who has been out longest. */
export default async function InboxPage({ searchParams }: Props) {
  const caller = await api()
  const { tab, page } = readTabAndPage(INBOX_TABS, await searchParams)
  const [inbox, t, clockWords] = await Promise.all([
    caller.handoff.inbox({ tab, page }),
    getTranslations('handoff'),
    getClockWords(),
  ])
  const hrefOf = (to: InboxTab, toPage = 1) =>
    paths.inbox({ tab: to === INBOX_TABS[0] ? undefined : to, page: toPage > 1 ? toPage : undefined })
  return (
    <Stack>
      <KeepFresh />
      <PageHeading lead={t('inbox.lead')}>{t('inbox.heading')}</PageHeading>
      <StopNotices stopped={inbox.stopped} />
      <DoubleDoseCalls />
      <CountRow
        label={t('inbox.tabs')}
        items={INBOX_TABS.map((one) => ({
          key: one,
          value: String(inbox.counts[one]),
          label: t(`tab.${one}`),
          href: hrefOf(one),
          current: one === tab,
          tone: one === 'overdue' && inbox.counts.overdue > 0 ? 'urgent' : undefined,
        }))}
      />
      <Words nouns={['handoff']}>
        <Answered>
          {inbox.rows.length === 0 ? (
            <EmptyState heading={t(`inbox.empty.${tab}`)}>{t('inbox.empty-text')}</EmptyState>
          ) : (
            <CaseList label={t('inbox.list')}>
              {inbox.rows.map((row) => (
                <InboxCard
                  key={row.id}
                  row={row}
                  clock={clockWords(row.clock, row.prisonTimeZone, row.arrival === 'back-in-custody')}
                />
              ))}
            </CaseList>
          )}
        </Answered>
      </Words>
      <ListPages page={inbox.page} pages={inbox.pages} hrefOf={(to) => hrefOf(tab, to)} />
    </Stack>
  )
}
