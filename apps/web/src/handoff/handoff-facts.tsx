import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { KIND_LOOK, STATUS_LOOK } from './handoff-looks.ts'
import { getReasonWords } from './reason-words.ts'

/** The envelope: how it stands, who answers for it, and the times that matter. */
export async function HandoffFacts({ handoff }: { readonly handoff: ShownHandoff }) {
  const [t, escalation, notSeen, format, reasonWords] = await Promise.all([
    getTranslations('handoff'),
    getTranslations('escalation.fact'),
    getTranslations('escalation.not-seen'),
    getFormat(),
    getReasonWords(),
  ])
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
    handoff.outcome !== null && { key: 'outcome', label: t('one.outcome'), value: t(`outcome.${handoff.outcome}`) },
    handoff.said !== null && { key: 'said', label: t('one.said'), value: handoff.said },
    handoff.question !== null && { key: 'question', label: t('one.question'), value: handoff.question },
    {
      key: 'accountable',
      label: t('one.accountable'),
      value: (
        <>
          <strong>{handoff.accountableName}</strong>{' '}
          {handoff.isNotSeen && <StatusTag tone="urgent">{notSeen('tag')}</StatusTag>}
        </>
      ),
    },
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
    handoff.status === 'sent' &&
      handoff.waitingSince !== handoff.sentAt && {
        key: 'waiting',
        label: escalation('waiting-since'),
        value: at(handoff.waitingSince),
      },
    handoff.status === 'acknowledged' &&
      handoff.acceptDueAt !== null && {
        key: 'accept',
        label: escalation('accept-by'),
        value:
          new Date(handoff.acceptDueAt) <= new Date(handoff.now) ? (
            <StatusTag tone="attention" shape="clock">
              {escalation('accept-late', { at: at(handoff.acceptDueAt) })}
            </StatusTag>
          ) : (
            at(handoff.acceptDueAt)
          ),
      },
    {
      key: 'rule',
      label: escalation('rule'),
      value: escalation(handoff.deadlineRule.id.includes('@') ? 'rule-local' : 'rule-ours', {
        version: handoff.deadlineRule.version,
      }),
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
