'use client'

import type { AreaToHandOver } from '@throughcare/api/handoff/find-receivers'
import type { HandoffsSent } from '@throughcare/api/handoff/send-handoffs'
import { REJECT_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import { reasonOf } from '@throughcare/domain/handoff/stored-reason'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { paths } from '../paths.ts'
import { useFormat } from '../words/use-format.ts'
import { ReasonForm } from './reason-form.tsx'
import { ResendForm } from './resend-form.tsx'

type Props = {
  readonly area: AreaToHandOver
  readonly standing: NonNullable<AreaToHandOver['standing']>
  readonly onResent: (handoffs: HandoffsSent['handoffs']) => void
}

/** What stands for an area: with whom it is, or that it came back and has to go somewhere else. */
export function StandingArea({ area, standing, onResent }: Props) {
  const t = useTranslations('handoff')
  const format = useFormat()
  const cameBack = standing.status === 'rejected' || standing.status === 'timed-out' || standing.status === 'returned'
  const { code, words } = reasonOf(standing.rejectedReason ?? '', REJECT_REASONS)
  const reason = [code && t(`reject-reason.${code}`), words].filter(Boolean).join(': ')
  return (
    <>
      {cameBack ? (
        <Notice tone={standing.status === 'returned' ? 'attention' : 'urgent'}>
          {standing.status === 'rejected'
            ? t('hand-over.rejected', { name: standing.receivingName, reason })
            : standing.status === 'returned'
              ? t('hand-over.returned', { name: standing.receivingName, question: standing.question ?? '' })
              : t(`status.${standing.status}`)}
        </Notice>
      ) : (
        <p>
          {t('hand-over.standing', {
            name: standing.receivingName,
            at: format.instant(standing.sentAt, 'weekday'),
          })}
          {standing.status === 'sent' && (
            <> · {t('fact.answer-by', { at: format.instant(standing.dueAt, 'weekday') })}</>
          )}
          {standing.worker && <> · {t('fact.with', { name: standing.worker })}</>}
        </p>
      )}
      {cameBack && <ResendForm area={area} standing={standing} onResent={onResent} />}
      {cameBack && (
        <ReasonForm
          move={standing.status === 'returned' ? 'revoke' : 'close'}
          handoffId={standing.id}
          seenVersion={standing.version}
          status={standing.status}
          otherEnd={standing.receivingName}
        />
      )}
      <p>
        <Link href={paths.handoff(standing.id)}>{t('hand-over.open-handoff')}</Link>
      </p>
    </>
  )
}
