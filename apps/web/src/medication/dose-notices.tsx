import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { WhatToDo } from '../dose-alert/what-to-do.tsx'
import { getFormat } from '../words/get-format.ts'

const TONE_OF_DEPOT = {
  covered: 'good',
  'book-now': 'attention',
  due: 'attention',
  'late-in-window': 'attention',
  overdue: 'urgent',
  review: 'urgent',
} as const

/** What asks for somebody now: two services' doses on one day, days without a dose and whom to ring, the state of a depot. */
export async function DoseNotices({ medication }: { readonly medication: MedicationView }) {
  const [t, format] = await Promise.all([getTranslations('medication'), getFormat()])
  const { daysWithout, routing, alerts, depot, doubleDoses } = medication
  const isWithout = daysWithout.kind === 'counted' && daysWithout.days > 0
  return (
    <>
      {doubleDoses.length > 0 && (
        <Notice tone="urgent" heading={t('double.heading')}>
          {doubleDoses.map(({ day, kind, services }) => (
            <p key={`${day} ${kind}`}>
              {t(`double.${kind}`, { day: format.day(day, 'weekday'), services: services.join(', ') })}
            </p>
          ))}
        </Notice>
      )}
      {daysWithout.kind === 'unknown' && (
        <Notice tone="unknown">
          <p>{t('without.never')}</p>
          {depot === null && <WhatToDo routing={routing} alerts={alerts} />}
        </Notice>
      )}
      {isWithout && depot === null && (
        <Notice
          tone={routing.kind === 'routed' && routing.state === 'watch' ? 'attention' : 'urgent'}
          heading={t('without.count', { days: daysWithout.days, closed: daysWithout.closedDays })}
        >
          {daysWithout.unknownDays > 0 && <p>{t('without.unknown-days', { count: daysWithout.unknownDays })}</p>}
          <WhatToDo routing={routing} alerts={alerts} />
        </Notice>
      )}
      {depot && <DepotNotice depot={depot} />}
    </>
  )

  function DepotNotice({ depot: of }: { readonly depot: NonNullable<MedicationView['depot']> }) {
    if (of.kind === 'no-injection')
      return (
        <Notice tone="unknown">
          <p>
            {t('depot.none')} {t('depot.first')}
          </p>
          <WhatToDo routing={routing} alerts={alerts} />
        </Notice>
      )
    const day = format.day(of.givenOn, 'weekday')
    if (of.kind === 'window-not-known') return <Notice tone="unknown">{t('depot.window-not-known', { day })}</Notice>
    return (
      <Notice tone={TONE_OF_DEPOT[of.status]} heading={`${t('depot.heading')}: ${t(`depot.status.${of.status}`)}`}>
        <p>
          {t('depot.injected', {
            day,
            due: format.day(of.dates.due, 'weekday'),
            window: format.day(of.dates.windowTo, 'weekday'),
          })}{' '}
          {!of.mayBeGivenToday && t('depot.too-early', { day: format.day(of.dates.notBefore, 'weekday') })}
        </p>
        {of.asksLocalProtocol && <p>{t('depot.first')}</p>}
        <WhatToDo routing={routing} alerts={alerts} />
      </Notice>
    )
  }
}
