'use client'

import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Certainty } from '@throughcare/domain/release/release-codes'
import { Button } from '@throughcare/ui/button'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'

type Props = {
  readonly episodeId: string
  readonly version: number
  readonly certainty: Certainty
  readonly day: PlainDate
  /** The day that the policy presumes; another one is on request. */
  readonly isPresumed: boolean
}

/** Follows the proposal: the ordinary move of a release date, with the law as its reason. */
export function MoveEarlier({ episodeId, version, certainty, day, isPresumed }: Props) {
  const t = useTranslations('release')
  const format = useFormat()
  const trpc = useTRPC()
  const deed = useDeed(trpc.release.changeDate.mutationOptions())
  return (
    <div>
      <DeedRefusal error={deed.error} attempt={deed.attempt} labels={{}} yours={{}} onLoad={deed.reload} />
      <Button
        variant={isPresumed ? 'secondary' : 'quiet'}
        size="small"
        pending={deed.pending}
        pendingText={t('earlier.moving')}
        onClick={() =>
          deed.press({ episodeId, seenVersion: version, releaseDate: day, certainty, reason: t('earlier.reason') })
        }
      >
        {t('earlier.move', { day: format.day(day, 'weekday') })}
      </Button>
    </div>
  )
}
