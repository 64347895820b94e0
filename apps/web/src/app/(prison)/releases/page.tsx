import { addDays } from '@throughcare/domain/calendar/plain-date'
import { BOARD_PAGE, BOARD_WINDOWS, type BoardWindow } from '@throughcare/domain/release/board-input'
import { BOARD_DAYS } from '@throughcare/domain/release/release-window'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Pagination } from '@throughcare/ui/pagination'
import { getTranslations } from 'next-intl/server'
import { DoubleDoseCalls } from '../../../dose-list/double-dose-calls.tsx'
import { HoursNotice } from '../../../hours-confirmation/hours-notice.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { PackList } from '../../../minimum-pack/pack-list.tsx'
import { paths } from '../../../paths.ts'
import { boardAddress, isFiltered, readBoardAddress, withoutFilters } from '../../../release/board-address.ts'
import { BoardFilters } from '../../../release/board-filters.tsx'
import { BoardTable } from '../../../release/board-table.tsx'
import { mayHere } from '../../../session/may-here.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('release', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Who leaves next, how each release stands, and what stands in its way. */
export default async function ReleasesPage({ searchParams }: Props) {
  const input = readBoardAddress(await searchParams)
  const caller = await api()
  const [board, t, became, format, mayAdd, mayBecame] = await Promise.all([
    caller.release.board(input),
    getTranslations('release'),
    getTranslations('what-became'),
    getFormat(),
    mayHere('person.add'),
    mayHere('release.what-became'),
  ])
  const lead = {
    from: format.day(board.today, 'weekday'),
    to: format.day(addDays(board.today, BOARD_DAYS - 1), 'weekday'),
  }
  return (
    <Stack gap="large">
      <KeepFresh />
      <PageHeading
        lead={t(`lead.${input.window}`, lead)}
        actions={
          <>
            {mayBecame && (
              <LinkButton href={paths.whatBecame()} variant="secondary">
                {became('link')}
              </LinkButton>
            )}
            <LinkButton href={paths.persons()} icon="search" variant="secondary">
              {t('page.search')}
            </LinkButton>
            {mayAdd && (
              <LinkButton href={paths.addPerson()} icon="add">
                {t('page.add')}
              </LinkButton>
            )}
          </>
        }
      >
        {t('page.heading')}
      </PageHeading>
      <DoubleDoseCalls />
      <HoursNotice />
      <CountRow
        label={t('window.label')}
        items={BOARD_WINDOWS.map((window) => ({
          key: window,
          value: String(board.counts[window]),
          label: t(`window.${window}`),
          // Without the filters of the list one comes from: a count opens exactly the rows that it counts.
          href: boardAddress(withoutFilters({ ...input, window, sort: 'release', descending: false })),
          current: window === input.window,
          tone: toneOf(window, board.counts[window]),
        }))}
      />
      <BoardFilters input={input} board={board} />
      {board.persons.length > 0 ? <BoardTable input={input} board={board} /> : <Nobody />}
      {input.window === 'could-leave-today' && <PackList />}
      {board.pages > 1 && board.persons.length > 0 && (
        <Pagination
          label={t('pages.label')}
          summary={t('pages.summary', {
            from: (board.page - 1) * BOARD_PAGE + 1,
            to: (board.page - 1) * BOARD_PAGE + board.persons.length,
            all: board.total,
          })}
          previous={
            board.page > 1
              ? { href: boardAddress(input, { page: board.page - 1 }), text: t('pages.previous') }
              : undefined
          }
          next={
            board.page < board.pages
              ? { href: boardAddress(input, { page: board.page + 1 }), text: t('pages.next') }
              : undefined
          }
        />
      )}
    </Stack>
  )

  function Nobody() {
    if (board.total > 0)
      return (
        <EmptyState
          heading={t('empty.page.heading')}
          actions={<LinkButton href={boardAddress(input)}>{t('empty.page.first')}</LinkButton>}
        >
          {t('empty.page.text')}
        </EmptyState>
      )
    if (isFiltered(input))
      return (
        <EmptyState
          heading={t('empty.filtered.heading')}
          actions={<LinkButton href={boardAddress(withoutFilters(input))}>{t('filter.clear')}</LinkButton>}
        >
          {t('empty.filtered.text', { all: board.counts[input.window] })}
        </EmptyState>
      )
    return <EmptyState heading={t(`empty.${input.window}.heading`)}>{t(`empty.${input.window}.text`)}</EmptyState>
  }
}

function toneOf(window: BoardWindow, count: number): 'attention' | undefined {
  return (window === 'could-leave-today' || window === 'out-last-48-hours') && count > 0 ? 'attention' : undefined
}
