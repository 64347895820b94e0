import type { WayView } from '@throughcare/api/cover-plan/ways-of-case'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { useTranslations } from 'next-intl'
import type { coverWords } from '../medication/cover-words.ts'

type Words = {
  t: ReturnType<typeof useTranslations<'cover-plan'>>
  medicines: ReturnType<typeof useTranslations<'medication.medicine'>>
  cover: Pick<ReturnType<typeof coverWords>, 'days'>
}

/** What is done in this way: with what, where, on which days. */
export function wayText(way: WayView, { t, medicines, cover }: Words): string {
  const on = (day: PlainDate) => cover.days(day, day)
  switch (way.way) {
    case 'depot-before-release':
      return t('way-text.depot-before-release', { medicine: medicines(way.medicine), day: on(way.injectOn) })
    case 'bridging-supply':
      return t('way-text.bridging-supply', { days: cover.days(way.supply.from, way.supply.to) })
    case 'other-dosing-point':
      return t('way-text.other-dosing-point', { place: way.place?.name ?? '', days: way.openDays.map(on).join(', ') })
    case 'earlier-appointment':
      return t('way-text.earlier-appointment', { day: on(way.appointmentOn) })
    case 'earlier-release':
      return t('way-text.earlier-release', { day: on(way.releaseOn) })
  }
}

/** Ways tell apart by what they are and where or when they are done. */
export function wayKey(way: WayView): string {
  if (way.way === 'other-dosing-point') return `${way.way}-${way.serviceId}`
  return way.way === 'earlier-release' ? `${way.way}-${way.releaseOn}` : way.way
}
