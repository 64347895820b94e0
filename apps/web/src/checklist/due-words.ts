import type { getTranslations } from 'next-intl/server'

const MINUTES_OF_AN_HOUR = 60
const MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR
/** Up to here what is due after the release is told in hours. */
const HOURS_TOLD = 72

type ChecklistWords = Awaited<ReturnType<typeof getTranslations<'checklist'>>>

/** When an item is due, counted from the release: "14 days before the release". */
export function dueFromRelease(t: ChecklistWords, minutes: number): string {
  if (minutes === 0) return t('due.at-release')
  if (minutes < 0) return t('due.before', { days: Math.round(-minutes / MINUTES_OF_A_DAY) })
  const hours = Math.round(minutes / MINUTES_OF_AN_HOUR)
  return hours <= HOURS_TOLD ? t('due.hours-after', { hours }) : t('due.days-after', { days: Math.round(hours / 24) })
}
