import { MOST_ROWS, NowList, SCREEN_HOURS, STALE_AFTER_SECONDS } from '@throughcare/domain/now-board/now-lists'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { Freshness } from '../../../now-board/freshness.tsx'
import styles from '../../../now-board/now-board.module.css'
import { NowRows } from '../../../now-board/now-rows.tsx'
import { PutUpForm } from '../../../now-board/put-up-form.tsx'
import { TakeDown } from '../../../now-board/take-down.tsx'
import { paths } from '../../../paths.ts'
import { currentSession } from '../../../session/current-session.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('now-board', 'page.title')

type Props = { searchParams: Promise<{ list?: string | string[] }> }

/** What a team has to look at now, in numbers that are read across a room; the rows behind each without a name. */
export default async function NowBoardPage({ searchParams }: Props) {
  const asked = NowList.safeParse((await searchParams).list)
  const caller = await api()
  const [board, session, t, format] = await Promise.all([
    caller.nowBoard.show(asked.success ? { list: asked.data } : {}),
    currentSession(),
    getTranslations('now-board'),
    getFormat(),
  ])
  const now = new Date(board.countedAt).getTime()
  const rows = board.rows.map(({ id, episodeId, prisonName, outSince, dueAt }) => ({
    id,
    episodeId,
    prisonName,
    hours: outSince === null ? null : Math.floor((now - new Date(outSince).getTime()) / 3_600_000),
    due: dueAt === null ? null : format.instant(dueAt, 'weekday'),
  }))
  return (
    <Words nouns={['now-board']}>
      <KeepFresh />
      <Stack gap="large">
        <PageHeading lead={t('page.lead', { service: session?.hat?.serviceName ?? '' })}>
          {t('page.heading')}
        </PageHeading>
        <div className={styles.board}>
          <CountRow
            label={t('counts')}
            items={board.counts.flatMap(({ list, count }) =>
              count === null
                ? []
                : [
                    {
                      key: list,
                      value: String(count),
                      label: t(`list.${list}`),
                      href: paths.nowBoard({ list }),
                      current: list === board.list,
                    },
                  ],
            )}
          />
          <Freshness
            at={format.instant(board.countedAt, 'time')}
            heard={board.countedAt}
            staleAfterSeconds={STALE_AFTER_SECONDS.signedIn}
            hint={t('fresh.rests')}
          />
        </div>
        <Section heading={t(`list.${board.list}`)} lead={t(`what.${board.list}`)}>
          {rows.length === 0 ? (
            <EmptyState heading={t('rows.empty')} headingLevel={3} />
          ) : (
            <NowRows key={board.list} list={board.list} rows={rows} />
          )}
          {rows.length === MOST_ROWS && <p>{t('rows.more', { most: MOST_ROWS })}</p>}
        </Section>
        <Section heading={t('wall.heading')} lead={t('wall.lead', { hours: SCREEN_HOURS })} card>
          <Stack>
            <PutUpForm />
            {board.screens.length > 0 && (
              <>
                <h3>{t('wall.screens')}</h3>
                <ul>
                  {board.screens.map(({ screenId, place, putUpBy, until }) => (
                    <li key={screenId}>
                      <TakeDown
                        screenId={screenId}
                        text={t('wall.screen', { place, name: putUpBy, until: format.instant(until, 'time') })}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Stack>
        </Section>
      </Stack>
    </Words>
  )
}
