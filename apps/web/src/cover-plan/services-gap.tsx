import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import type { NeededService } from '@throughcare/domain/release/services-gap'
import { SummaryList } from '@throughcare/ui/summary-list'
import type { useTranslations } from 'next-intl'
import type { useFormat } from '../words/use-format.ts'

/** In the order in which they are told. */
const SERVICES = ['dosing', 'benefits', 'housing'] as const satisfies readonly NeededService[]

type Props = {
  readonly gap: CoverView['servicesGap']
  readonly t: ReturnType<typeof useTranslations<'cover-plan'>>
  readonly format: Pick<ReturnType<typeof useFormat>, 'day'>
}

/** Days until the dosing point, a benefits office and a housing office are open, counted from the release. */
export function ServicesGap({ gap, t, format }: Props) {
  return (
    <SummaryList
      compact
      rows={SERVICES.map((service) => ({
        key: service,
        label: t(`services.${service}`),
        value: wordsOf(gap.of[service]),
      }))}
    />
  )

  function wordsOf(of: CoverView['servicesGap']['of']['dosing']): string {
    if (of.kind === 'opens') return t('services.days', { count: of.days, day: format.day(of.on, 'brief') })
    return of.kind === 'never-open' ? t('services.never-open', { days: of.withinDays }) : t(`services.${of.kind}`)
  }
}
