import { EmptyState } from '@throughcare/ui/empty-state'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { CourtTick } from '../../../court-day/court-tick.tsx'
import { listedName } from '../../../handoff/person-name.ts'
import { PackState } from '../../../minimum-pack/pack-state.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('court-day', 'page.title')

/** Each morning: who leaves for court, and what is in the hand before the van. */
export default async function CourtSheetPage() {
  const caller = await api()
  const [{ packs }, t, format] = await Promise.all([
    caller.minimumPack.list(),
    getTranslations('court-day'),
    getFormat(),
  ])
  const out = packs.filter(({ atCourt }) => atCourt !== null).length
  // Those who are at court stand first, then by name.
  const rows = packs.toSorted(
    (one, other) =>
      Number(other.atCourt !== null) - Number(one.atCourt !== null) || listedName(one).localeCompare(listedName(other)),
  )
  return (
    <Words nouns={['court-day']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead', { out })}>{t('page.heading')}</PageHeading>
        {rows.length === 0 ? (
          <EmptyState heading={t('nobody')}>{t('nobody-text')}</EmptyState>
        ) : (
          <Table
            caption={t('page.heading')}
            hideCaption
            columns={[
              { key: 'person', header: t('person'), isRowHeader: true },
              { key: 'pack', header: t('pack') },
              { key: 'last', header: t('last') },
              { key: 'tick', header: t('tick') },
            ]}
            rows={rows.map((one) => ({
              key: one.episodeId,
              cells: {
                person: (
                  <>
                    <Link href={paths.case(one.episodeId)}>
                      <bdi>{listedName(one)}</bdi>
                    </Link>
                    <FactList
                      facts={[
                        one.dateOfBirth ? t('born', { day: format.day(one.dateOfBirth) }) : t('born-unknown'),
                        one.number,
                      ]}
                    />
                  </>
                ),
                pack: <PackState pack={one.pack} />,
                last: one.lastDoseOn ? t('last-on', { day: format.day(one.lastDoseOn, 'brief') }) : t('last-unknown'),
                tick: <CourtTick episodeId={one.episodeId} name={listedName(one)} atCourt={one.atCourt} />,
              },
            }))}
          />
        )}
      </Stack>
    </Words>
  )
}
