import type { ReleasesBoard } from '@throughcare/api/release/board'
import { AREA_STATES } from '@throughcare/domain/checklist/progress'
import type { HandoffAreaState } from '@throughcare/domain/handoff/handoff-area-state'
import { type BoardInput, COVER_FILTERS } from '@throughcare/domain/release/board-input'
import { CERTAINTIES, LEGAL_STATUSES } from '@throughcare/domain/release/release-codes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FilterBar, type FilterGroup } from '@throughcare/ui/filter-bar'
import { getTranslations } from 'next-intl/server'
import { boardAddress, isFiltered, withoutFilters } from './board-address.ts'

/** The handoff states that somebody goes through a list for; the others are seen in the rows. */
const OFFERED_HANDOFFS = [
  'not-sent',
  'sent',
  'rejected',
  'timed-out',
  'acknowledged',
] as const satisfies readonly HandoffAreaState[]

type Filter = 'certainty' | 'legalStatus' | 'areaState' | 'handoffState' | 'cover'
type Props = { readonly input: BoardInput; readonly board: ReleasesBoard }

/** Narrows the board. Every filter is a link: pressing it again takes it off. */
export async function BoardFilters({ input, board }: Props) {
  const t = await getTranslations('release')
  const all = board.counts[input.window]
  const group = <Code extends string>(
    filter: Filter,
    key: string,
    label: string,
    codes: readonly Code[],
    word: (code: Code) => string,
  ): FilterGroup => ({
    key,
    label,
    options: codes.map((code) => ({
      text: word(code),
      selected: input[filter] === code,
      href: boardAddress(input, { [filter]: input[filter] === code ? null : code }),
    })),
  })
  const more = [
    group('legalStatus', 'status', t('filter.legal-status'), LEGAL_STATUSES, (code) => t(`legal-status.${code}`)),
    group('areaState', 'area', t('filter.area-state'), AREA_STATES, (code) => t(`area-state.${code}`)),
  ]
  return (
    <>
      <FilterBar
        label={t('filter.label')}
        groups={[
          group('certainty', 'certainty', t('filter.certainty'), CERTAINTIES, (code) => t(`certainty.${code}`)),
          group('cover', 'doses', t('filter.cover'), COVER_FILTERS, (code) => t(`cover-filter.${code}`)),
          group('handoffState', 'handoff', t('filter.handoff'), OFFERED_HANDOFFS, (code) => t(`handoff.${code}`)),
        ]}
        summary={isFiltered(input) ? t('filter.summary', { shown: board.total, all }) : t('filter.all', { all })}
        clear={isFiltered(input) ? { href: boardAddress(withoutFilters(input)), text: t('filter.clear') } : undefined}
      />
      <Disclosure summary={t('filter.more')} open={input.legalStatus !== null || input.areaState !== null}>
        <FilterBar label={t('filter.more')} groups={more} />
      </Disclosure>
    </>
  )
}
