import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { KitAlertCode } from '@throughcare/domain/naloxone/kit-alerts'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

const TONES = {
  'not-replaced': 'urgent',
  'left-in-prison': 'urgent',
  'released-without': 'urgent',
  'where-is-it': 'attention',
  'replace-within-24-hours': 'attention',
  expired: 'urgent',
  'expires-today': 'attention',
  'expires-within-30-days': 'attention',
  'expires-within-60-days': 'info',
  'refresher-due': 'info',
} as const satisfies Record<KitAlertCode, 'urgent' | 'attention' | 'info'>

/** What must be told about the kits of a case, in words, the most urgent first. */
export async function KitAlerts({ alerts }: { readonly alerts: CaseView['kitAlerts'] }) {
  const [t, format] = await Promise.all([getTranslations('naloxone'), getFormat()])
  return alerts.map(({ code, kitId, by, on }) => (
    <Notice key={`${code} ${kitId}`} tone={TONES[code]}>
      {t(`alert.${code}`, { by: by ? format.instant(by, 'weekday') : '', on: on ? format.day(on) : '' })}
    </Notice>
  ))
}
