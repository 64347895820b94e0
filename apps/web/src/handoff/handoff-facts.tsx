import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { KIND_LOOK, STATUS_LOOK } from './handoff-looks.ts'
import { getReasonWords } from './reason-words.ts'

/** The envelope: how it stands, who answers for it, and the times that matter. */
export async function HandoffFacts({ handoff }: { readonly handoff: ShownHandoff }) {
  const [t, format, reasonWords] = await Promise.all([getTranslations('handoff'), getFormat(), getReasonWords()])
  const at = (instant: string) => format.instant(instant, 'weekday')
  const kind = KIND_LOOK[handoff.kind]
  const rows = [
    {
      key: 'status',
      label: t('one.state'),
      value: <StatusTag {...STATUS_LOOK[handoff.status]}>{t(`status.${handoff.status}`)}</StatusTag>,
    },
    handoff.rejectedReason !== null && {
      key: 'reason',
      label: t('one.reason'),
      value: reasonWords(handoff.rejectedReason),
    },
    { key: 'accountable', label: t('one.accountable'), value: <strong>{handoff.accountableName}</strong> },
    handoff.status === 'sent' && {
      key: 'due',
      label: t('one.answer-by'),
      value: handoff.isOverdue ? (
        <StatusTag tone="urgent" shape="clock">
          {t('fact.overdue', { at: at(handoff.dueAt) })}
        </StatusTag>
      ) : (
        at(handoff.dueAt)
      ),
    },
    {
      key: 'kind',
      label: t('one.kind'),
      value: kind ? <StatusTag {...kind}>{t(`kind.${handoff.kind}`)}</StatusTag> : t(`kind.${handoff.kind}`),
    },
    { key: 'sent', label: t('one.sent-at'), value: at(handoff.sentAt) },
    {
      key: 'acknowledged',
      label: t('one.acknowledged'),
      value:
        handoff.acknowledgedAt && handoff.acknowledgedBy
          ? t('one.by-at', { name: handoff.acknowledgedBy, at: at(handoff.acknowledgedAt) })
          : t('one.not-yet'),
    },
    {
      key: 'worker',
      label: t('one.worker'),
      value:
        handoff.worker && handoff.acceptedAt
          ? t('one.by-at', { name: handoff.worker, at: at(handoff.acceptedAt) })
          : t('one.not-yet'),
    },
  ]
  return <SummaryList rows={rows.filter((row) => row !== false)} />
}
