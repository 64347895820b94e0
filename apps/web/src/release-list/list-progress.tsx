'use client'

import { ProgressBar } from '@throughcare/ui/progress-bar'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

const LOOK_AGAIN_MS = 1_000

type Props = { readonly state: string; readonly done: number; readonly total: number; readonly plansToMake: number }

/** How far a list has come; looks again every second until nothing is under way any more. */
export function ListProgress({ state, done, total, plansToMake }: Props) {
  const t = useTranslations('release-list.list')
  const router = useRouter()
  const underWay = state === 'reading' || state === 'writing'
  const waiting = underWay || plansToMake > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, router])
  if (!underWay) return null
  const text =
    state === 'reading' && done === 0
      ? t('progress.receiving', { total })
      : t(state === 'reading' ? 'progress.reading' : 'progress.writing', { done, total })
  return <ProgressBar label={t('progress.label')} value={done} max={Math.max(total, 1)} text={text} />
}
