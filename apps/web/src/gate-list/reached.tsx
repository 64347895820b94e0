'use client'

import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import type { Gate } from './use-gate.ts'

/** Whether the server was there when it was last asked. */
export function Reached({ gate }: { readonly gate: Pick<Gate, 'reached'> }) {
  const t = useTranslations('gate-list.reached')
  return (
    <StatusLine tone="attention">
      {gate.reached === 'offline' || gate.reached === 'unavailable' ? t(gate.reached) : undefined}
    </StatusLine>
  )
}
