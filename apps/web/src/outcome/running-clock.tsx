'use client'

import { Clock } from '@throughcare/ui/clock'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFormat } from '../words/use-format.ts'
import { useServerNow } from './use-server-now.ts'

type Props = {
  readonly releasedAt: string
  readonly firstHoursEndAt: string
  /** The server's now when it made the page. */
  readonly madeAt: string
  /** The prison's zone. */
  readonly timeZone: string
}

const TICK_MS = 1_000
const MINUTE_MS = 60_000
const FIRST_HOURS_MS = 48 * 3_600_000

/** The clock of the first 48 hours, running: hours and minutes out, and what is left of them. */
export function RunningClock({ releasedAt, firstHoursEndAt, madeAt, timeZone }: Props) {
  const t = useTranslations('outcome.first-48')
  const format = useFormat()
  const serverNow = useServerNow(madeAt)
  const [now, setNow] = useState(() => new Date(madeAt))
  useEffect(() => {
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), TICK_MS)
    return () => clearInterval(timer)
  }, [serverNow])
  const out = Math.max(0, now.getTime() - new Date(releasedAt).getTime())
  const left = new Date(firstHoursEndAt).getTime() - now.getTime()
  const isOver = left < 0
  const end = format.instant(firstHoursEndAt, 'weekday', timeZone)
  return (
    <Clock
      value={String(Math.floor(out / (60 * MINUTE_MS)))}
      unit={t('elapsed', hoursAndMinutes(out))}
      detail={isOver ? t('ended', { at: end }) : `${t('left', hoursAndMinutes(left))} · ${t('ends', { at: end })}`}
      tone={isOver ? 'attention' : 'urgent'}
      share={out / FIRST_HOURS_MS}
    />
  )
}

function hoursAndMinutes(ms: number): { hours: number; minutes: number } {
  const minutes = Math.floor(ms / MINUTE_MS)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
