'use client'

import { REJECT_REASONS, REVOKE_REASONS } from '@throughcare/domain/handoff/handoff-reasons'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { Button } from '@throughcare/ui/button'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FormBody } from '@throughcare/ui/layout'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { TextField } from '@throughcare/ui/text-field'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { FaultSummary } from '../form/fault-summary.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { useDeed } from '../form/use-deed.ts'
import { useFault } from '../form/use-fault.ts'
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

type Reasoned = { handoffId: string; requestId: string; seenVersion: number; reason: string; words: string | null }

const loadAnswers = () => import('@throughcare/domain/handoff/answer-handoff-input')
const loadTakeBacks = () => import('@throughcare/domain/handoff/take-back-handoff-input')
const RESOLVERS = {
  reject: lazyResolver(() => loadAnswers().then((loaded) => loaded.RejectHandoffInput)),
  revoke: lazyResolver(() => loadTakeBacks().then((loaded) => loaded.RevokeHandoffInput)),
  close: lazyResolver(() => loadTakeBacks().then((loaded) => loaded.CloseHandoffInput)),
} as const
const REASONS = { reject: REJECT_REASONS, revoke: REVOKE_REASONS, close: REVOKE_REASONS } as const

/** A move that needs a reason: folded until somebody wants it, then one of a list, and words for "other". */
export function ReasonForm({ move, handoffId, seenVersion, status, otherEnd }: Props) {
  const t = useTranslations('handoff')
  const fault = useFault()
  const deed = useReasonedDeed(move)
  const form = useForm<Reasoned>({
    resolver: RESOLVERS[move] as never,
    values: { handoffId, seenVersion, requestId: deed.requestId, reason: '', words: null },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, submitCount } = form.formState
  const reasonWords = move === 'reject' ? 'reject-reason' : 'revoke-reason'
  return (
    <Disclosure summary={t(`move.${move}`)}>
      <form noValidate onSubmit={form.handleSubmit(({ requestId: _, ...input }) => deed.press(input as never))}>
        <FormBody>
          <FaultSummary
            errors={errors}
            attempt={submitCount}
            labels={{ reason: t('reason.legend'), words: t('reason.words') }}
          />
          <HandoffRefusal deed={deed} seen={status} />
          <p>{t(`reason.${move}.hint`, { name: otherEnd })}</p>
          <RadioGroup
            legend={t(`reason.${move}.heading`)}
            choices={REASONS[move].map((code) => ({ value: code, text: t(`${reasonWords}.${code}`) }))}
            error={fault(errors.reason?.message)}
            {...form.register('reason')}
          />
          <TextField
            label={t('reason.words')}
            description={t('reason.words-hint')}
            error={fault(errors.words?.message)}
            {...form.register('words', { setValueAs: (typed: string | null) => typed || null })}
          />
          <Button type="submit" variant="danger" pending={deed.pending} pendingText={t(`moving.${move}`)}>
            {t(`move.${move}`)}
          </Button>
        </FormBody>
      </form>
    </Disclosure>
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
