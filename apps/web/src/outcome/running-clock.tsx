'use client'

import { ProgressBar } from '@throughcare/ui/progress-bar'
import { Section } from '@throughcare/ui/section'
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
const FIRST_HOURS_MINUTES = 48 * 60

/** The clock of the first 48 hours, running: what is left of them, largest of all, and how long the person has been out. */
export function RunningClock({ releasedAt, firstHoursEndAt, madeAt, timeZone }: Props) {
  const t = useTranslations('outcome.first-48')
  const format = useFormat()
  const serverNow = useServerNow(madeAt)
  const [now, setNow] = useState(() => new Date(madeAt))
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS)
    return () => clearInterval(timer)
  }, [serverNow])
  const out = minutesBetween(new Date(releasedAt), now)
  const left = minutesBetween(now, new Date(firstHoursEndAt))
  const isOver = now > new Date(firstHoursEndAt)
  const end = format.instant(firstHoursEndAt, 'weekday', timeZone)
  return (
    <Section
      card
      heading={isOver ? t('over') : t('left', hoursAndMinutes(left))}
      lead={isOver ? t('ended', { at: end }) : t('ends', { at: end })}
    >
      <ProgressBar
        label={t('clock')}
        value={Math.min(out, FIRST_HOURS_MINUTES)}
        max={FIRST_HOURS_MINUTES}
        text={t('elapsed', hoursAndMinutes(out))}
      />
    </Section>
  )
}

/** Whole minutes; none when the second instant comes first. */
function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE_MS))
}

function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
