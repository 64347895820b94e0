import { COUNT_OUTCOMES, type CountOutcome } from '@throughcare/domain/continuity/count-codes'
import { WhatBecameInput } from '@throughcare/domain/release/what-became-input'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FactList } from '@throughcare/ui/fact-list'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../../../handoff/person-name.ts'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('what-became', 'title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

const INDICATOR = 'dose-within-48-hours'

/** The Monday line: who left last week, and who of them had a dose within 48 hours. Every number opens its rows. */
export default async function WhatBecamePage({ searchParams }: Props) {
  const { week = null, count = null } = await searchParams
  const asked = WhatBecameInput.safeParse({ week, outcome: count })
  const caller = await api()
  const found = await caller.release.whatBecame(asked.success ? asked.data : {})
  const [t, detail, fact, format] = await Promise.all([
    getTranslations('what-became'),
    getTranslations(`continuity.detail.${INDICATOR}`),
    getTranslations('handoff.fact'),
    getFormat(),
  ])
  const [lastWeek, thisWeek] = found.weeks
  const hrefOf = (outcome: CountOutcome | null, monday = found.week) =>
    paths.whatBecame({ week: monday === lastWeek ? undefined : monday, count: outcome ?? undefined })
  const weekName = (monday: string) =>
    monday === lastWeek
      ? t('week.last')
      : monday === thisWeek
        ? t('week.this')
        : t('week.from', { day: format.day(monday, 'brief') })
  return (
    <Stack gap="large">
      <PageHeading
        lead={t('lead', { from: format.day(found.week, 'weekday'), to: format.day(found.lastDay, 'weekday') })}
      >
        {t('heading')}
      </PageHeading>
      <FilterBar
        label={t('week.label')}
        groups={[
          {
            key: 'week',
            label: t('week.label'),
            options: found.weeks.map((monday) => ({
              text: weekName(monday),
              selected: monday === found.week,
              href: hrefOf(null, monday),
            })),
          },
        ]}
      />
      <CountRow
        label={t('counts')}
        items={[null, ...COUNT_OUTCOMES].map((outcome) => ({
          key: outcome ?? 'all',
          value: String(outcome === null ? found.all : found.counts[outcome]),
          label: outcome === null ? t('all') : t(`outcome.${outcome}`),
          href: hrefOf(outcome),
          current: outcome === found.outcome,
          tone: outcome === 'unknown' && found.counts.unknown > 0 ? 'unknown' : undefined,
        }))}
      />
      {found.closed > 0 && <p>{t('closed', { count: found.closed })}</p>}
      {found.rows.length === 0 ? (
        <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
      ) : (
        <Table
          caption={t('table')}
          hideCaption
          columns={[
            { key: 'person', header: t('person'), isRowHeader: true },
            { key: 'released', header: t('released') },
            { key: 'became', header: t('became') },
          ]}
          rows={found.rows.map((one) => ({
            key: one.episodeId,
            // While the hours run nobody can be blamed for not knowing yet.
            tone: one.outcome === 'unknown' && one.detail !== 'still-within-time' ? ('urgent' as const) : undefined,
            cells: {
              person: (
                <>
                  <Link href={paths.first48(one.episodeId)}>
                    <bdi>{listedName(one) || fact('nameless')}</bdi>
                  </Link>
                  <FactList
                    facts={[
                      one.dateOfBirth ? fact('born', { day: format.day(one.dateOfBirth) }) : fact('born-unknown'),
                      one.number && fact('number', { number: one.number }),
                    ].filter((each) => each !== null && each !== '')}
                  />
                </>
              ),
              released: format.instant(one.releasedAt, 'weekday'),
              became: `${t(`outcome.${one.outcome}`)}: ${detail(one.detail)}`,
            },
          }))}
        />
      )}
    </Stack>
  )
}
