import { isNarrowed } from '@throughcare/domain/handoff/handoff-filters'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { CaseList } from '@throughcare/ui/case-card'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { StopNotices } from '../../../custody-episode/stop-notices.tsx'
import { getClockWords } from '../../../handoff/get-clock-words.ts'
import { readSentAddress, sentAddress } from '../../../handoff/list-address.ts'
import { SentFilters } from '../../../handoff/list-filters.tsx'
import { ListKeyLegend } from '../../../handoff/list-key-legend.tsx'
import { ListKeys } from '../../../handoff/list-keys.tsx'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { SentCaseCard } from '../../../handoff/sent-case.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { KeptFilters } from '../../../saved-filter/kept-filters.tsx'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('handoff', 'sent.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What became of what the prison handed over, by person. */
export default async function SentPage({ searchParams }: Props) {
  const caller = await api()
  const { page, ...query } = readSentAddress(await searchParams)
  const [sent, t, list, clockWords, mayKeep] = await Promise.all([
    caller.handoff.sent({ ...query, page }),
    getTranslations('handoff'),
    getTranslations('handoff-list'),
    getClockWords(),
    mayHere('saved-filter.keep'),
  ])
  return (
    <Stack>
      <KeepFresh />
      <PageHeading lead={t('sent.lead')}>{t('sent.heading')}</PageHeading>
      <StopNotices stopped={sent.stopped} />
      <CountRow
        label={t('sent.tabs')}
        items={SENT_TABS.map((one) => ({
          key: one,
          value: String(sent.counts[one]),
          label: t(`sent-tab.${one}`),
          href: sentAddress(query, { tab: one }),
          current: one === query.tab,
          tone: (one === 'needs-action' || one === 'did-not-arrive') && sent.counts[one] > 0 ? 'urgent' : undefined,
        }))}
      />
      <SentFilters input={query} receivers={sent.receivers} />
      <KeptFilters filters={sent.filters} now={{ list: 'sent', ...query }} mayKeep={mayKeep} />
      {sent.rows.length === 0 ? (
        isNarrowed(query) ? (
          <EmptyState heading={list('empty.heading')}>{list('empty.text')}</EmptyState>
        ) : (
          <EmptyState heading={t(`sent.empty.${query.tab}`)}>{t('sent.empty-text')}</EmptyState>
        )
      ) : (
        <ListKeys>
          <ListKeyLegend />
          <CaseList label={t('sent.list')}>
            {sent.rows.map((row) => (
              <SentCaseCard
                key={row.episodeId}
                row={row}
                clock={clockWords(row.clock, row.prisonTimeZone, row.arrival === 'back-in-custody')}
              />
            ))}
          </CaseList>
        </ListKeys>
      )}
      <ListPages page={sent.page} pages={sent.pages} hrefOf={(to) => sentAddress(query, { page: to })} />
    </Stack>
  )
}
