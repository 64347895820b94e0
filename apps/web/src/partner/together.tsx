import type { PartnerView } from '@throughcare/api/partner/get-partner'
import { Notice } from '@throughcare/ui/notice'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** Both first days side by side, and a warning when they lie far apart. */
export async function Starts({ starts }: Pick<PartnerView, 'starts'>) {
  const [t, format] = await Promise.all([getTranslations('partner'), getFormat()])
  const dayOf = (day: string | null) => (day ? format.day(day) : t('starts.not-known'))
  return (
    <>
      {starts.isStaggered && <Notice tone="attention">{t('starts.staggered')}</Notice>}
      {starts.wantedBy && <Notice tone="info">{t('starts.wanted-by', { day: format.day(starts.wantedBy) })}</Notice>}
      <SummaryList
        rows={[
          { key: 'mine', label: t('starts.mine'), value: dayOf(starts.mine) },
          { key: 'other', label: t('starts.other'), value: dayOf(starts.other) },
          ...(starts.apart === null
            ? []
            : [{ key: 'apart', label: t('starts.heading'), value: t('starts.apart', { count: starts.apart }) }]),
        ]}
      />
    </>
  )
}

/** The times of this side that are or were for both. */
export async function Times({ times }: Pick<PartnerView, 'times'>) {
  const [t, format] = await Promise.all([getTranslations('partner'), getFormat()])
  if (times.length === 0) return <p>{t('times.none')}</p>
  return (
    <ul>
      {times.map(({ appointmentId, at, serviceName, status, isJoint }) => (
        <li key={appointmentId}>
          {t('times.line', {
            when: format.instant(at),
            place: serviceName,
            for: status === 'booked' ? t(isJoint ? 'times.joint' : 'times.single') : t(`times.${status}`),
          })}
        </li>
      ))}
    </ul>
  )
}
