import type { FirstHours } from '@throughcare/api/outcome/get-first-hours'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { RunningClock } from './running-clock.tsx'

/** The 48 hours, counted from the gate. Unknown is a sentence and whom to ring, never 0. */
export async function First48Clock({ of }: { readonly of: FirstHours }) {
  const [t, format] = await Promise.all([getTranslations('outcome.first-48'), getFormat()])
  const { clock, timeZone, now, prisonName } = of
  switch (clock.kind) {
    case 'out':
      return (
        <RunningClock
          releasedAt={clock.releasedAt}
          firstHoursEndAt={clock.firstHoursEndAt}
          madeAt={now}
          timeZone={timeZone}
        />
      )
    case 'out-no-later-than':
      return (
        <Notice tone="unknown" heading={t('not-confirmed.heading')}>
          {t('at-least.text', { at: format.instant(clock.at, 'weekday', timeZone), name: prisonName })}
        </Notice>
      )
    case 'not-confirmed-out':
      return (
        <Notice tone="unknown" heading={t('not-confirmed.heading')}>
          {t('not-confirmed.text', {
            day: clock.releaseDate ? format.day(clock.releaseDate, 'long') : '',
            name: prisonName,
          })}
        </Notice>
      )
    case 'not-released':
      return (
        <Notice tone="info" heading={t('not-released.heading')}>
          {t('not-released.text')}
        </Notice>
      )
  }
}
