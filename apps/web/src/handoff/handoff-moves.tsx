'use client'

import type { OfferedMove } from '@throughcare/api/handoff/offered-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import { FinishForm } from './finish-form.tsx'
import { HandoffRefusal } from './handoff-refusal.tsx'
import { type ReasonedMove, ReasonForm } from './reason-form.tsx'
import { ReturnForm } from './return-form.tsx'

type Props = {
  readonly handoffId: string
  readonly seenVersion: number
  readonly status: HandoffStatus
  readonly may: readonly OfferedMove[]
  readonly name: string
  readonly otherEnd: string
}

const REASONED: readonly ReasonedMove[] = ['reject', 'revoke', 'close']

/** What this reader can do with the handoff, from the table of moves: the answers first, what sends it back folded. */
export function HandoffMoves({ handoffId, seenVersion, status, may, name, otherEnd }: Props) {
  const t = useTranslations('handoff')
  const of = { handoffId, seenVersion, status }
  return (
    <Stack>
      {may.includes('acknowledge') && <p>{t('one.acknowledge-hint')}</p>}
      <AnswerButtons {...of} may={may} name={name} />
      {may.includes('start') && <StartButton {...of} />}
      {may.includes('finish') && <FinishForm {...of} />}
      {may.includes('return') && <ReturnForm {...of} otherEnd={otherEnd} />}
      {REASONED.filter((move) => may.includes(move)).map((move) => (
        <ReasonForm key={move} {...of} move={move} otherEnd={otherEnd} />
      ))}
    </Stack>
  )
}

function StartButton({ handoffId, seenVersion, status }: Pick<Props, 'handoffId' | 'seenVersion' | 'status'>) {
  const t = useTranslations('handoff')
  const trpc = useTRPC()
  const start = useDeed(trpc.handoff.start.mutationOptions())
  return (
    <Stack gap="small">
      <HandoffRefusal deed={start} seen={status} />
      <p>{t('one.start-hint')}</p>
      <div>
        <Button
          variant="secondary"
          pending={start.pending}
          pendingText={t('moving.start')}
          onClick={() => start.press({ handoffId, seenVersion })}
        >
          {t('move.start')}
        </Button>
      </div>
    </Stack>
  )
}
