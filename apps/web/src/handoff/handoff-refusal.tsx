'use client'

import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { useTranslations } from 'next-intl'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import type { Deed } from '../form/use-deed.ts'

type Props = {
  readonly deed: Pick<Deed<never>, 'error' | 'attempt' | 'reload'>
  /** How the handoff stood on the reader's screen when they pressed. */
  readonly seen: HandoffStatus
}

/** Why a press on a handoff was refused: what it is now beside what was on the screen, who moved it and when. */
export function HandoffRefusal({ deed, seen }: Props) {
  const t = useTranslations('handoff')
  return (
    <DeedRefusal
      error={deed.error}
      attempt={deed.attempt}
      labels={{ status: t('changed.status') }}
      yours={{ status: seen }}
      show={(_field, value) => (typeof value === 'string' ? t(`status.${value as HandoffStatus}`) : undefined)}
      onLoad={deed.reload}
    />
  )
}
