import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { PackState } from './pack-state.tsx'

/** The minimum packs of those who may be freed on any day, the least ready first: apart from how far their plans are. */
export async function PackList() {
  if (!(await mayHere('minimum-pack.list'))) return null
  const caller = await api()
  const [{ packs }, t] = await Promise.all([caller.minimumPack.list(), getTranslations('minimum-pack')])
  if (packs.length === 0) return null
  return (
    <Section
      heading={t('list.heading')}
      lead={t('list.lead', { complete: packs.filter(({ pack }) => pack.isComplete).length, all: packs.length })}
    >
      <Table
        caption={t('list.heading')}
        hideCaption
        columns={[
          { key: 'person', header: t('list.person'), isRowHeader: true },
          { key: 'pack', header: t('list.pack') },
          { key: 'missing', header: t('list.missing') },
        ]}
        rows={packs.map(({ pack, ...one }) => ({
          key: one.episodeId,
          ...(pack.there === 0 ? { tone: 'urgent' as const } : {}),
          cells: {
            person: (
              <Link href={paths.case(one.episodeId)}>
                <bdi>{listedName(one)}</bdi>
              </Link>
            ),
            pack: <PackState pack={pack} />,
            missing: pack.parts
              .filter(({ state }) => state === 'missing' || state === 'unknown')
              .map(({ part }) => t(`part.${part}`))
              .join(', '),
          },
        }))}
      />
    </Section>
  )
}
