import type { SentCase } from '@throughcare/api/handoff/find-sent'
import { AreaStates } from '@throughcare/ui/area-states'
import { ButtonRow } from '@throughcare/ui/button-row'
import { CaseCard } from '@throughcare/ui/case-card'
import type { ClockProps } from '@throughcare/ui/clock'
import { LinkButton } from '@throughcare/ui/link-button'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { STATUS_LOOK } from './handoff-looks.ts'
import { listedName } from './person-name.ts'
import { getReasonWords } from './reason-words.ts'

type Props = { readonly row: SentCase; readonly clock: ClockProps }

/** One case that was handed over, with the state of each area. */
export async function SentCaseCard({ row, clock }: Props) {
  const [t, area, talk, format, reasonWords] = await Promise.all([
    getTranslations('handoff'),
    getTranslations('area'),
    getTranslations('handoff-message'),
    getFormat(),
    getReasonWords(),
  ])
  const name = listedName(row) || t('fact.nameless')
  const needsAction = row.handoffs.some(
    ({ status, isOverdue }) => isOverdue || status === 'rejected' || status === 'timed-out',
  )
  const detailOf = (handoff: SentCase['handoffs'][number]) => {
    if (handoff.status === 'sent') {
      const at = format.instant(handoff.dueAt, 'weekday')
      return `${t('fact.to', { name: handoff.receivingName })} · ${t(handoff.isOverdue ? 'fact.overdue' : 'fact.answer-by', { at })}`
    }
    if (handoff.rejectedReason && handoff.status === 'rejected')
      return t('hand-over.rejected', { name: handoff.receivingName, reason: reasonWords(handoff.rejectedReason) })
    return [t('fact.to', { name: handoff.receivingName }), handoff.worker && t('fact.with', { name: handoff.worker })]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <CaseCard
      title={name}
      headingLevel={2}
      href={paths.case(row.episodeId)}
      clock={clock}
      tone={needsAction ? 'urgent' : undefined}
      facts={[
        row.dateOfBirth ? t('fact.born', { day: format.day(row.dateOfBirth) }) : t('fact.born-unknown'),
        row.number && t('fact.number', { number: row.number }),
      ].filter((fact) => fact !== null && fact !== '')}
      states={
        row.arrival === 'did-not-arrive' ? (
          <StatusTag tone="urgent">{t('fact.did-not-arrive')}</StatusTag>
        ) : row.arrival === 'arrived' ? (
          <StatusTag tone="good">{t('fact.arrived')}</StatusTag>
        ) : row.arrival === 'back-in-custody' ? (
          <StatusTag tone="info">{t('clock.back-inside')}</StatusTag>
        ) : undefined
      }
      actions={
        <ButtonRow>
          {needsAction && (
            <LinkButton size="small" href={paths.handOver(row.episodeId)}>
              {t('sent.hand-over')}
            </LinkButton>
          )}
          <LinkButton size="small" variant="secondary" href={paths.first48(row.episodeId)}>
            {t('sent.first-48')}
          </LinkButton>
        </ButtonRow>
      }
    >
      <AreaStates
        label={t('sent.areas')}
        areas={row.handoffs.map((handoff) => ({
          key: handoff.id,
          name: area(`name.${handoff.area}`),
          short: area(`short.${handoff.area}`),
          state: t(`status.${handoff.status}`),
          detail: [handoff.openQuestion && talk(`mark.${handoff.openQuestion}`), detailOf(handoff)]
            .filter(Boolean)
            .join(' · '),
          href: paths.handoff(handoff.id),
          ...(handoff.isOverdue ? { tone: 'urgent' as const, shape: 'clock' as const } : STATUS_LOOK[handoff.status]),
        }))}
      />
    </CaseCard>
  )
}
