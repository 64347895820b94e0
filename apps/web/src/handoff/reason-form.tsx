'use client'

import { CLOSE_REASONS, REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { useTranslations } from 'next-intl'
import { FormWithReason } from '../form/form-with-reason.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { type Deed, useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'

/** The moves that ask why. */
export type ReasonedMove = 'reject' | 'revoke' | 'close'

type Props = {
  readonly move: ReasonedMove
  readonly handoffId: string
  readonly seenVersion: number
  readonly status: HandoffStatus
  /** The other end: who has it again, or loses sight of it. */
  readonly otherEnd: string
}

const loadAnswers = () => import('@throughcare/domain/handoff/answer-handoff-input')
const loadTakeBacks = () => import('@throughcare/domain/handoff/take-back-handoff-input')
const RESOLVERS = {
  reject: lazyResolver(() => loadAnswers().then((loaded) => loaded.RejectHandoffInput)),
  revoke: lazyResolver(() => loadTakeBacks().then((loaded) => loaded.RevokeHandoffInput)),
  close: lazyResolver(() => loadTakeBacks().then((loaded) => loaded.CloseHandoffInput)),
} as const

type Say = ReturnType<typeof useTranslations<'handoff'>>

function reasonsOf(move: ReasonedMove, t: Say): { value: string; text: string }[] {
  if (move === 'reject') return REJECT_REASONS.map((code) => ({ value: code, text: t(`reject-reason.${code}`) }))
  if (move === 'revoke') return REVOKE_REASONS.map((code) => ({ value: code, text: t(`revoke-reason.${code}`) }))
  return CLOSE_REASONS.map((code) => ({ value: code, text: t(`close-reason.${code}`) }))
}

/** A move that needs a reason. */
export function ReasonForm({ move, handoffId, seenVersion, status, otherEnd }: Props) {
  const t = useTranslations('handoff')
  const deed = useReasonedDeed(move)
  return (
    <FormWithReason
      say={{
        open: t(`move.${move}`),
        lead: t(`reason.${move}.hint`, { name: otherEnd }),
        legend: t(`reason.${move}.heading`),
        words: t('reason.words'),
        wordsHint: t('reason.words-hint'),
        confirm: t(`move.${move}`),
        pending: t(`moving.${move}`),
      }}
      reasons={reasonsOf(move, t)}
      of={{ handoffId, seenVersion }}
      deed={deed as Deed<never>}
      resolver={RESOLVERS[move]}
      refusal={<HandoffRefusal deed={deed} seen={status} />}
    />
  )
}

function useReasonedDeed(move: ReasonedMove) {
  const trpc = useTRPC()
  const deeds = {
    reject: useDeed(trpc.handoff.reject.mutationOptions()),
    revoke: useDeed(trpc.handoff.revoke.mutationOptions()),
    close: useDeed(trpc.handoff.close.mutationOptions()),
  }
  return deeds[move]
}
