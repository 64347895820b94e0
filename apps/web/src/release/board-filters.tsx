import type { ReleasesBoard } from '@throughcare/api/release/board'
import { AREA_STATES } from '@throughcare/domain/checklist/progress'
import { HANDOFF_AREA_STATES } from '@throughcare/domain/handoff/handoff-area-state'
import { type BoardInput, COVER_FILTERS, PLAN_FILTERS } from '@throughcare/domain/release/board-input'
import { CERTAINTIES, LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FilterBar, type FilterGroup } from '@throughcare/ui/filter-bar'
import { Stack } from '@throughcare/ui/layout'
import { getTranslations } from 'next-intl/server'
import { boardAddress, isFiltered, withoutFilters } from './board-address.ts'
import styles from './board-filters.module.css'

type Filters = Pick<BoardInput, 'certainty' | 'legalStatus' | 'areaState' | 'handoffState' | 'cover' | 'plan'>

/** What people go through a list for every morning: one press each. All other filters are folded away. */
const QUICK = [
  { plan: 'not-ready' },
  { cover: 'gap' },
  { handoffState: 'not-sent' },
  { handoffState: 'sent' },
  { handoffState: 'rejected' },
] as const satisfies readonly Partial<Filters>[]

type Props = { readonly input: BoardInput; readonly board: ReleasesBoard }

/** Narrows the board. Every filter is a link: pressing it again takes it off. */
export async function BoardFilters({ input, board }: Props) {
  const t = await getTranslations('release')
  const all = board.counts[input.window]
  const option = (filter: Partial<Filters>, text: string) => {
    const [[field, code]] = Object.entries(filter) as [[keyof Filters, string]]
    const selected = input[field] === code
    return { text, selected, href: boardAddress(input, { [field]: selected ? null : code }) }
  }
  const quickWords = (filter: (typeof QUICK)[number]) => {
    if ('plan' in filter) return t(`filter.plan-${filter.plan}`)
    return 'cover' in filter ? t(`filter.cover-${filter.cover}`) : t(`handoff.${filter.handoffState}`)
  }
  const groups: FilterGroup[] = [
    {
      key: 'certainty',
      label: t('filter.certainty'),
      options: CERTAINTIES.map((certainty) => option({ certainty }, t(`certainty.${certainty}`))),
    },
    {
      key: 'status',
      label: t('filter.legal-status'),
      options: LEGAL_STATUSES.map((legalStatus) => option({ legalStatus }, t(`legal-status.${legalStatus}`))),
    },
    {
      key: 'plan',
      label: t('filter.plan'),
      options: PLAN_FILTERS.map((plan) => option({ plan }, t(`plan-filter.${plan}`))),
    },
    {
      key: 'doses',
      label: t('filter.cover'),
      options: COVER_FILTERS.map((cover) => option({ cover }, t(`cover-filter.${cover}`))),
    },
    {
      key: 'area',
      label: t('filter.area-state'),
      options: AREA_STATES.map((areaState) => option({ areaState }, t(`area-state.${areaState}`))),
    },
    {
      key: 'handoff',
      label: t('filter.handoff'),
      options: HANDOFF_AREA_STATES.filter((state) => state !== 'not-needed').map((handoffState) =>
        option({ handoffState }, t(`handoff.${handoffState}`)),
      ),
    },
  ]
  return (
    <Stack gap="small">
      <FilterBar
        label={t('filter.label')}
        groups={[
          {
            key: 'quick',
            label: t('filter.only'),
            options: QUICK.map((filter) => option(filter, quickWords(filter))),
          },
        ]}
        summary={isFiltered(input) ? t('filter.summary', { shown: board.total, all }) : undefined}
        clear={isFiltered(input) ? { href: boardAddress(withoutFilters(input)), text: t('filter.clear') } : undefined}
      />
      <Disclosure summary={t('filter.more')} open={isFiltered(input) && !isQuick(input)}>
        <div className={styles.folded}>
          <FilterBar label={t('filter.more')} groups={groups} />
        </div>
      </Disclosure>
    </Stack>
  )
}

/** Are all filters that are on among the quick ones, so that nothing that narrows the list is out of sight? */
function isQuick({ certainty, legalStatus, areaState, cover, handoffState, plan }: BoardInput): boolean {
  const isSeen = (filter: Partial<Filters>) =>
    QUICK.some((quick) =>
      Object.entries(filter).every(([field, code]) => (quick as Partial<Filters>)[field as keyof Filters] === code),
    )
  return (
    certainty === null &&
    legalStatus === null &&
    areaState === null &&
    (plan === null || isSeen({ plan })) &&
    (cover === null || isSeen({ cover })) &&
    (handoffState === null || isSeen({ handoffState }))
  )
}
