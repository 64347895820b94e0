import { ADMISSION_FILTERS } from '@throughcare/domain/admission/admission-terms'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { getTranslations } from 'next-intl/server'
import { type DirectoryQuery, directoryAddress } from './directory-address.ts'

/** Narrows the directory to what is looked for. Every filter is a link: pressing it again takes it off. */
export async function DirectoryFilters({ query }: { readonly query: DirectoryQuery }) {
  const [t, kindName, area, admission] = await Promise.all([
    getTranslations('service.list.filter'),
    getTranslations('service.kind'),
    getTranslations('area.name'),
    getTranslations('admission.filter'),
  ])
  const isNarrowed = query.area !== null || query.kind !== null || query.takes !== null
  return (
    <FilterBar
      label={t('label')}
      groups={[
        {
          key: 'area',
          label: t('area'),
          options: AREAS.map((one) => ({
            text: area(one),
            selected: query.area === one,
            href: directoryAddress(query, { area: query.area === one ? null : one }),
          })),
        },
        {
          key: 'kind',
          label: t('kind'),
          options: SERVICE_KINDS.map((one) => ({
            text: kindName(one),
            selected: query.kind === one,
            href: directoryAddress(query, { kind: query.kind === one ? null : one }),
          })),
        },
        {
          key: 'takes',
          label: admission('takes'),
          options: [null, ...ADMISSION_FILTERS].map((one) => ({
            text: admission(one ?? 'all'),
            selected: query.takes === one,
            href: directoryAddress(query, { takes: one }),
          })),
        },
      ]}
      clear={
        isNarrowed ? { href: directoryAddress({ area: null, kind: null, takes: null }), text: t('clear') } : undefined
      }
    />
  )
}
