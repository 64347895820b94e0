import { ADMISSION_FILTERS, type AdmissionFilter } from '@throughcare/domain/admission/admission-terms'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { getTranslations } from 'next-intl/server'

type Props = {
  readonly chosen: AdmissionFilter | null
  /** The address of the page with this filter, or with none. */
  readonly href: (filter: AdmissionFilter | null) => string
}

/** Narrows services to those that take couples together, or women only, as far as they were asked. */
export async function AdmissionFilterBar({ chosen, href }: Props) {
  const t = await getTranslations('admission')
  return (
    <FilterBar
      label={t('filter.label')}
      groups={[
        {
          key: 'takes',
          label: t('filter.takes'),
          options: [null, ...ADMISSION_FILTERS].map((filter) => ({
            href: href(filter),
            text: t(`filter.${filter ?? 'all'}`),
            selected: filter === chosen,
          })),
        },
      ]}
    />
  )
}
