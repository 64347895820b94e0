import { SENT_TABS, type SentTab } from '@throughcare/domain/handoff/sent-tabs'
import { CaseList } from '@throughcare/ui/case-card'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { StopNotices } from '../../../custody-episode/stop-notices.tsx'
import { getClockWords } from '../../../handoff/get-clock-words.ts'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { readTabAndPage } from '../../../handoff/read-page.ts'
import { SentCaseCard } from '../../../handoff/sent-case.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('handoff', 'sent.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What became of what the prison handed over, by person. */
export default async function SentPage({ searchParams }: Props) {
  const caller = await api()
  const { tab, page } = readTabAndPage(SENT_TABS, await searchParams)
  const [sent, t, clockWords] = await Promise.all([
    caller.handoff.sent({ tab, page }),
    getTranslations('handoff'),
    getClockWords(),
  ])
  const hrefOf = (to: SentTab, toPage = 1) =>
    paths.sent({ tab: to === SENT_TABS[0] ? undefined : to, page: toPage > 1 ? toPage : undefined })
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
          href: hrefOf(one),
          current: one === tab,
          tone: (one === 'needs-action' || one === 'did-not-arrive') && sent.counts[one] > 0 ? 'urgent' : undefined,
        }))}
      />
      {sent.rows.length === 0 ? (
        <EmptyState heading={t(`sent.empty.${tab}`)}>{t('sent.empty-text')}</EmptyState>
      ) : (
        <CaseList label={t('sent.list')}>
          {sent.rows.map((row) => (
            <SentCaseCard
              key={row.episodeId}
              row={row}
              clock={clockWords(row.clock, row.prisonTimeZone, row.arrival === 'back-in-custody')}
            />
          ))}
        </CaseList>
      )}
      <ListPages page={sent.page} pages={sent.pages} hrefOf={(to) => hrefOf(tab, to)} />
    </Stack>
  )
}
