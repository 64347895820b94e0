import { getZone, plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import { shareOf, spanOf, TIMELINE_SPANS } from '@throughcare/domain/timeline/timeline-span'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { LanesPicture } from '@throughcare/ui/lanes-picture'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { getEntryWords } from '../../../../../timeline/get-entry-words.ts'
import { layOut, ticksOf } from '../../../../../timeline/lay-out.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('timeline', 'title')

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** What happened in a case and what is to come, in one picture and as a list of the same entries. */
export default async function TimelinePage({ params, searchParams }: Props) {
  const [{ episodeId }, search] = await Promise.all([params, searchParams])
  await readCase(episodeId)
  const caller = await api()
  const timeline = await orNotFound(caller.timeline.byEpisode({ episodeId }))
  const [t, format, wordsOf] = await Promise.all([
    getTranslations('timeline'),
    getFormat(),
    getEntryWords(timeline.timeZone),
  ])
  const chosen = TIMELINE_SPANS.find((one) => one === search.span) ?? 'weeks'
  const zone = getZone(timeline.timeZone)
  const now = new Date(timeline.now)
  const leaves = timeline.releasedAt
    ? new Date(timeline.releasedAt)
    : timeline.releaseDate && startOfDay(timeline.releaseDate, zone)
  const span = spanOf(
    chosen,
    { admittedAt: startOfDay(timeline.admittedOn, zone), releaseAt: leaves, now },
    timeline.entries.map(({ drawnAt }) => new Date(drawnAt)),
  )
  const shown = timeline.entries.filter(({ drawnAt }) => shareOf(new Date(drawnAt), span) !== null)
  const day = (at: Date): string => format.day(plainDateIn(at, zone))
  const earlier = timeline.entries.length - shown.length
  return (
    <Stack gap="large">
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      <FilterBar
        label={t('span.label')}
        groups={[
          {
            key: 'span',
            label: t('span.group'),
            options: TIMELINE_SPANS.map((one) => ({
              href: paths.timeline(episodeId, { span: one === 'weeks' ? undefined : one }),
              text: t(`span.${one}`),
              selected: one === chosen,
            })),
          },
        ]}
        summary={earlier > 0 ? t('earlier', { count: earlier }) : undefined}
      />
      <LanesPicture
        summary={t('summary', { from: day(span.from), to: day(span.to), count: shown.length })}
        lanes={layOut(timeline, shown, span, {
          laneOf: (lane) => t(`lane.${lane}`),
          toneOf: (entry) => wordsOf(entry).tone,
        })}
        ticks={ticksOf(span, (at) => format.day(plainDateIn(at, zone), 'brief'))}
        now={{ at: shareOf(now, span) ?? 1, text: t('now') }}
      />
      <Section heading={t('list.heading')}>
        {shown.length > 0 ? (
          <TimelineList
            label={t('list.label')}
            entries={shown.toReversed().map((entry) => {
              const { title, when, by, tone } = wordsOf(entry)
              const isAhead = entry.drawnAt > timeline.now
              return {
                key: entry.key,
                dateTime: entry.at ?? entry.day ?? entry.drawnAt,
                when: isAhead ? `${when} · ${t('ahead')}` : when,
                title: `${t(`lane.${entry.lane}`)}: ${title}`,
                by,
                tone,
              }
            })}
          />
        ) : (
          <EmptyState heading={t('empty.heading')}>{t('empty.text')}</EmptyState>
        )}
      </Section>
    </Stack>
  )
}
