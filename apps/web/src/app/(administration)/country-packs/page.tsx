import { FilterBar } from '@throughcare/ui/filter-bar'
import { Prose, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getPackWords } from '../../../country-pack/get-pack-words.ts'
import { PackTable } from '../../../country-pack/pack-table.tsx'
import { paths } from '../../../paths.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('country-pack', 'list.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What one country asks for, and what was left out of its pack and why; the reader's own country first. Nothing is changed here. */
export default async function CountryPacksPage({ searchParams }: Props) {
  const caller = await api()
  const [{ pack: asked }, packs, t, words] = await Promise.all([
    searchParams,
    caller.countryPack.list(),
    getTranslations('country-pack'),
    getPackWords(),
  ])
  const shown = packs.find(({ code }) => code === asked) ?? packs[0]
  if (!shown) return <PageHeading lead={t('list.lead')}>{t('list.heading')}</PageHeading>
  return (
    <Stack gap="large">
      <PageHeading lead={t('list.lead')}>{t('list.heading')}</PageHeading>
      <FilterBar
        label={t('list.choose')}
        groups={[
          {
            key: 'pack',
            label: t('list.choose'),
            options: packs.map((pack) => ({
              href: paths.countryPacks({ pack: pack.code }),
              text: words.place(pack),
              selected: pack.code === shown.code,
              count: String(pack.items.length),
            })),
          },
        ]}
      />
      <Section
        heading={t('items', { place: words.place(shown) })}
        lead={`${t('version', { version: shown.version })}. ${t('unchanged')}`}
      >
        <PackTable pack={shown} />
      </Section>
      <Section heading={t('left-out-heading')}>
        {shown.leftOut.length === 0 ? (
          <Prose>
            <p>{t('left-out-none')}</p>
          </Prose>
        ) : (
          <Table
            caption={t('left-out-heading')}
            hideCaption
            size="small"
            columns={[
              { key: 'row', header: t('left-column.row'), isRowHeader: true },
              { key: 'because', header: t('left-column.because') },
            ]}
            rows={shown.leftOut.map((left) => ({
              key: left.row,
              cells: { row: words.leftOut(shown.code, left.row), because: words.because(left) },
            }))}
          />
        )}
      </Section>
    </Stack>
  )
}
