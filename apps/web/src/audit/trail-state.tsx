import type { TrailBoard } from '@throughcare/api/audit/get-trail-board'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** Whether the trail is sealed, and what the verifier found when it last looked. */
export async function TrailStateLines({ state, lastCheck }: Pick<TrailBoard, 'state' | 'lastCheck'>) {
  const [t, format] = await Promise.all([getTranslations('audit'), getFormat()])
  const fault = lastCheck?.fault ?? null
  return (
    <Stack gap="small">
      {state.notSealedSince ? (
        <Notice tone="urgent" heading={t('board.not-sealed', { at: format.instant(state.notSealedSince, 'weekday') })}>
          {t('board.not-sealed-text')}
        </Notice>
      ) : (
        <p>{t('board.sealed')}</p>
      )}
      {lastCheck === null && <p>{t('board.not-checked')}</p>}
      {lastCheck && fault && (
        <Notice tone="urgent" heading={t('board.broken', { at: format.instant(lastCheck.checkedAt, 'weekday') })}>
          {t('board.first-bad', {
            what: t(`fault.${fault.what}`),
            service: fault.serviceId ?? t('board.unknown'),
            sequence: fault.sequence === null ? t('board.unknown') : String(fault.sequence),
            entry: fault.entryId ?? t('board.unknown'),
          })}
        </Notice>
      )}
      {lastCheck && !fault && (
        <p>
          {t('board.whole', {
            at: format.instant(lastCheck.checkedAt, 'weekday'),
            entries: String(lastCheck.entries),
            batches: String(lastCheck.seals),
          })}
        </p>
      )}
    </Stack>
  )
}
