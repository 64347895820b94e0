import type { InboxRow } from '@throughcare/api/handoff/find-inbox'
import { CaseCard } from '@throughcare/ui/case-card'
import type { ClockProps } from '@throughcare/ui/clock'
import { LinkButton } from '@throughcare/ui/link-button'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import { KIND_LOOK, STATUS_LOOK } from './handoff-looks.ts'
import { listedName } from './person-name.ts'

type Props = {
  readonly row: InboxRow
  readonly clock: ClockProps
  /** Until when whoever has it is away, in words. */
  readonly away?: string | undefined
}

/** One handoff in the inbox: who, since when out, what is asked, and the press that answers it. */
export async function InboxCard({ row, clock, away }: Props) {
  const [t, area, contact, talk, notSeen, format] = await Promise.all([
    getTranslations('handoff'),
    getTranslations('area'),
    getTranslations('contact'),
    getTranslations('handoff-message'),
    getTranslations('escalation.not-seen'),
    getFormat(),
  ])
  const name = listedName(row) || t('fact.nameless')
  const kind = KIND_LOOK[row.kind]
  return (
    <CaseCard
      title={name}
      headingLevel={2}
      href={paths.handoff(row.id)}
      clock={clock}
      tone={row.isOverdue ? 'urgent' : undefined}
      facts={[
        <strong key="area">{area(`name.${row.area}`)}</strong>,
        row.dateOfBirth ? t('fact.born', { day: format.day(row.dateOfBirth) }) : t('fact.born-unknown'),
        row.number && t('fact.number', { number: row.number }),
        row.movedFrom
          ? t('fact.moved', { name: row.sendingName, before: row.movedFrom.name })
          : t('fact.from', { name: row.sendingName }),
        row.attempt > 1 && t('fact.attempt', { number: row.attempt }),
        row.worker && t('fact.with', { name: row.worker }),
        row.lastContact &&
          t('fact.last-contact', {
            outcome: contact(`outcome.${row.lastContact.outcome}`),
            at: format.instant(row.lastContact.at, 'weekday'),
          }),
      ].filter((fact) => fact !== null && fact !== false && fact !== '')}
      states={
        <>
          {row.status === 'sent' ? (
            <StatusTag tone={row.isOverdue ? 'urgent' : 'attention'} shape="clock">
              {t(row.isOverdue ? 'fact.overdue' : 'fact.answer-by', { at: format.instant(row.dueAt, 'weekday') })}
            </StatusTag>
          ) : (
            <StatusTag {...STATUS_LOOK[row.status]}>{t(`status.${row.status}`)}</StatusTag>
          )}
          {row.isNotSeen && <StatusTag tone="urgent">{notSeen('tag')}</StatusTag>}
          {row.status === 'acknowledged' && row.isOverdue && row.acceptDueAt && (
            <StatusTag tone="urgent" shape="clock">
              {t('fact.accept-overdue', { at: format.instant(row.acceptDueAt, 'weekday') })}
            </StatusTag>
          )}
          {kind && <StatusTag {...kind}>{t(`kind.${row.kind}`)}</StatusTag>}
          {row.openQuestion && (
            <StatusTag tone="attention" shape="question">
              {talk(`mark.${row.openQuestion}`)}
            </StatusTag>
          )}
          {away && <StatusTag tone="attention">{`${row.worker}: ${away}`}</StatusTag>}
          {row.arrival === 'did-not-arrive' && <StatusTag tone="urgent">{t('fact.did-not-arrive')}</StatusTag>}
          {row.arrival === 'arrived' && <StatusTag tone="good">{t('fact.arrived')}</StatusTag>}
          {row.arrival === 'back-in-custody' && <StatusTag tone="info">{t('clock.back-inside')}</StatusTag>}
        </>
      }
      actions={
        row.may.includes('acknowledge') || row.may.includes('accept') ? (
          <AnswerButtons handoffId={row.id} seenVersion={row.version} status={row.status} may={row.may} name={name} />
        ) : (
          <LinkButton href={paths.first48(row.episodeId)} variant="secondary">
            {t('inbox.first-48')}
          </LinkButton>
        )
      }
    />
  )
}
