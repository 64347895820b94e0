import type { KeptFilter } from '@throughcare/api/saved-filter/kept-filters'
import type { HandoffQuery } from '@throughcare/domain/saved-filter/saved-filter-input'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import { inboxAddress, sentAddress } from '../handoff/list-address.ts'
import { Words } from '../words/words.tsx'
import { KeepFilter, RemoveFilter } from './lazy-forms.tsx'

type Props = { readonly filters: readonly KeptFilter[]; readonly now: HandoffQuery; readonly mayKeep: boolean }

/** The filters that somebody kept for this list, and the form that keeps the one that is on. Each is an address. */
export async function KeptFilters({ filters, now, mayKeep }: Props) {
  const t = await getTranslations('handoff-list.kept')
  return (
    <Disclosure summary={t('heading')}>
      <Words nouns={['handoff-list', 'saved-filter']}>
        <Stack gap="medium">
          {filters.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ul>
              {filters.map(({ id, name, isShared, keptBy, query, mayRemove }) => (
                <li key={id}>
                  <Link href={addressOf(query)}>
                    <bdi>{name}</bdi>
                  </Link>
                  <FactList facts={[isShared ? t('shared-by', { name: keptBy }) : t('own')]} />
                  {mayRemove && <RemoveFilter filterId={id} name={name} />}
                </li>
              ))}
            </ul>
          )}
          {mayKeep && <KeepFilter query={now} />}
        </Stack>
      </Words>
    </Disclosure>
  )
}

function addressOf(query: HandoffQuery): string {
  return query.list === 'inbox' ? inboxAddress(query) : sentAddress(query)
}
