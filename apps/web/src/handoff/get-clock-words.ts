import type { ShownClock } from '@throughcare/api/handoff/shown-clock'
import type { ClockProps } from '@throughcare/ui/clock'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

const FIRST_HOURS = 48

/**
 * The clock of a release in a list, in the reader's words; `zone` is the prison's, where the day and hour are read. It stops for
 * somebody who is back inside.
 */
export async function getClockWords(): Promise<
  (clock: ShownClock, zone: string, isBackInside?: boolean) => ClockProps
> {
  const [t, format] = await Promise.all([getTranslations('handoff.clock'), getFormat()])
  return (clock, zone, isBackInside = false) => {
    if (isBackInside) return { unit: t('back-inside'), tone: 'info' }
    switch (clock.kind) {
      case 'out':
        return {
          value: String(clock.hours),
          unit: t('hours', { hours: clock.hours }),
          detail: t('released', { at: format.instant(clock.releasedAt, 'weekday', zone) }),
          tone: clock.isInFirstHours ? 'urgent' : 'attention',
          share: clock.isInFirstHours ? clock.hours / FIRST_HOURS : 1,
        }
      case 'out-no-later-than':
        return {
          value: `${clock.atLeastHours}+`,
          unit: t('at-least', { hours: clock.atLeastHours }),
          detail: t('seen', { at: format.instant(clock.at, 'weekday', zone) }),
          tone: 'urgent',
        }
      case 'not-confirmed-out':
        return {
          unit: t('not-confirmed'),
          detail: clock.releaseDate ? t('was-due', { day: format.day(clock.releaseDate, 'brief') }) : undefined,
          tone: 'unknown',
        }
      case 'not-released':
        return notReleased(clock)
    }
  }

  function notReleased({
    daysToRelease,
    releaseDate,
    certainty,
  }: Extract<ShownClock, { kind: 'not-released' }>): ClockProps {
    if (daysToRelease === null || releaseDate === null)
      return {
        unit: t('no-date'),
        detail: certainty === 'could-be-any-day' ? t('any-day') : undefined,
        tone: 'unknown',
      }
    const day = format.day(releaseDate, 'brief')
    const detail = t(certainty === 'confirmed' ? 'confirmed' : certainty === 'expected' ? 'expected' : 'any-day', {
      day,
    })
    if (daysToRelease < 0)
      return {
        value: String(-daysToRelease),
        unit: t('days-past', { days: -daysToRelease }),
        detail,
        tone: 'attention',
      }
    if (daysToRelease === 0) return { value: '0', unit: t('today'), detail, tone: 'attention' }
    return { value: String(daysToRelease), unit: t('days', { days: daysToRelease }), detail, tone: 'info' }
  }
}
