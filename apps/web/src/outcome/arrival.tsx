import type { FirstHours } from '@throughcare/api/outcome/get-first-hours'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { ArrivalForm } from './arrival-form.tsx'

/** Whether the person came: the last word on it, for both sides, and the presses that give another. */
export async function Arrival({ of }: { readonly of: FirstHours }) {
  const [t, format] = await Promise.all([getTranslations('outcome'), getFormat()])
  const { arrival, may, episodeId, now } = of
  return (
    <Stack>
      {arrival?.kind === 'arrived' && (
        <Notice tone="good">
          {t('arrival.arrived', {
            at: format.instant(arrival.at, 'weekday'),
            name: arrival.by,
            service: arrival.serviceName,
          })}
        </Notice>
      )}
      {arrival?.kind === 'did-not-arrive' && (
        <Notice tone="urgent" heading={t('arrival.did-not-arrive')} headingLevel={3}>
          <p>
            {t('arrival.said', {
              at: format.instant(arrival.recordedAt, 'weekday'),
              name: arrival.by,
              service: arrival.serviceName,
            })}
          </p>
          {arrival.reason && <p>{t('arrival.reason', { reason: t(`reason.${arrival.reason}`) })}</p>}
          <p>{t('arrival.open')}</p>
        </Notice>
      )}
      {may.recordOutcome && (
        <ArrivalForm
          episodeId={episodeId}
          madeAt={now}
          hasArrived={arrival?.kind === 'arrived'}
          mayBeMissing={may.recordMissing}
        />
      )}
    </Stack>
  )
}
