import type { Receivers } from '@throughcare/api/handoff/find-receivers'
import { type AdmissionFilter, isAmong } from '@throughcare/domain/admission/admission-terms'
import type { Area } from '@throughcare/domain/checklist/areas'
import { Notice } from '@throughcare/ui/notice'
import { getLocale, getTranslations } from 'next-intl/server'

export type Narrowed = {
  receivers: Receivers
  /** Areas in which nobody is known to take them so: there every service is still offered. */
  left: Area[]
}

/** Offers to those services that said that they take couples, or women only. Nobody is left without anybody to hand over to. */
export function narrowOffers(receivers: Receivers, filter: AdmissionFilter | null): Narrowed {
  if (filter === null) return { receivers, left: [] }
  const left: Area[] = []
  const areas = receivers.areas.map((area) => {
    const offers = area.offers.filter(({ admission }) => isAmong(filter, admission))
    if (offers.length > 0 || area.offers.length === 0) return { ...area, offers }
    left.push(area.area)
    return area
  })
  return { receivers: { ...receivers, areas }, left }
}

/** Says in which areas the offers were not narrowed, and why. */
export async function NarrowedOffers({ narrowed: { left } }: { readonly narrowed: Narrowed }) {
  const [t, area, locale] = await Promise.all([getTranslations('admission'), getTranslations('area'), getLocale()])
  if (left.length === 0) return null
  const areas = new Intl.ListFormat(locale, { type: 'conjunction' }).format(left.map((one) => area(`name.${one}`)))
  return <Notice tone="info">{t('filter.nobody', { areas })}</Notice>
}
