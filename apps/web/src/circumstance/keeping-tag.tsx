import type { KeepingAlert } from '@throughcare/domain/belongings/keeping-alert'
import { Row } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'

const TONES = {
  past: 'urgent',
  'within-3-days': 'urgent',
  'within-14-days': 'attention',
  'no-date': 'unknown',
} as const satisfies Record<KeepingAlert, string>

/** How near the day is, in words. Nothing while there is time. */
export async function KeepingTag({
  alert,
  days,
}: {
  readonly alert: KeepingAlert | null
  readonly days: number | null
}) {
  const t = await getTranslations('circumstance')
  if (alert === null && days === null) return null
  const words = alert === 'past' || alert === 'no-date' ? t(`alert.${alert}`) : t('days-left', { days: days ?? 0 })
  return (
    <Row>
      <StatusTag tone={alert === null ? 'quiet' : TONES[alert]}>{words}</StatusTag>
    </Row>
  )
}
