import type { MyList } from '@throughcare/api/checklist/find-my-list'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { ITEM_LISTS } from '@throughcare/domain/checklist/item-lists'
import { ITEM_WORKERS } from '@throughcare/domain/checklist/my-list-input'
import { CountRow } from '@throughcare/ui/count-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getWorkerOptions } from '../../../capacity/get-worker-options.ts'
import { getWorkRows } from '../../../checklist/get-work-rows.ts'
import { myListAddress, readMyListAddress } from '../../../checklist/my-list-address.ts'
import { WorkList } from '../../../checklist/work-list.tsx'
import { StopNotices } from '../../../custody-episode/stop-notices.tsx'
import { ListPages } from '../../../handoff/list-pages.tsx'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('item-work', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What is open in every case of the service, by what is to be done about it. */
export default async function MyListPage({ searchParams }: Props) {
  const input = readMyListAddress(await searchParams)
  const caller = await api()
  const found: MyList = await caller.checklist.myList(input)
  const [t, area, beside, rows] = await Promise.all([
    getTranslations('item-work'),
    getTranslations('area'),
    getWorkerOptions(),
    getWorkRows(found.items, input.list === 'others'),
  ])
  const isNarrowed = input.area !== null || input.worker !== 'everybody'
  return (
    <Stack gap="large">
      <KeepFresh />
      <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
      <StopNotices stopped={found.stopped} />
      <CountRow
        label={t('lists.label')}
        items={ITEM_LISTS.map((list) => ({
          key: list,
          value: String(found.counts[list]),
          label: t(`list.${list}`),
          href: myListAddress(input, { list }),
          current: list === input.list,
          tone: list === 'today' && found.counts.today > 0 ? 'attention' : undefined,
        }))}
      />
      <FilterBar
        label={t('filter.label')}
        groups={[
          {
            key: 'worker',
            label: t('filter.worker'),
            options: ITEM_WORKERS.map((worker) => ({
              href: myListAddress(input, { worker }),
              text: t(`worker.${worker}`),
              selected: worker === input.worker,
            })),
          },
          {
            key: 'area',
            label: t('filter.area'),
            options: [null, ...AREAS].map((one) => ({
              href: myListAddress(input, { area: one }),
              text: one === null ? t('filter.every-area') : area(`short.${one}`),
              selected: one === input.area,
            })),
          },
        ]}
        clear={
          isNarrowed
            ? { href: myListAddress(input, { area: null, worker: 'everybody' }), text: t('filter.clear') }
            : undefined
        }
      />
      <Section heading={t(`list.${input.list}`)} lead={t(`list-lead.${input.list}`)}>
        <Words nouns={['item-work']}>
          <WorkList
            key={myListAddress(input, { page: input.page })}
            caption={t('table.caption', { list: t(`list.${input.list}`) })}
            rows={rows}
            colleagues={found.colleagues.map(({ accountId, name }) => ({
              value: accountId,
              text: beside.find(({ value }) => value === accountId)?.text ?? name,
            }))}
            may={input.list === 'others' ? { assign: false, finish: false } : found.may}
            empty={<EmptyState heading={t('empty.heading')}>{t('empty.text')}</EmptyState>}
          />
        </Words>
      </Section>
      <ListPages page={found.page} pages={found.pages} hrefOf={(page) => myListAddress(input, { page })} />
    </Stack>
  )
}
