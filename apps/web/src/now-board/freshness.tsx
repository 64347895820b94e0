'use client'

import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import styles from './now-board.module.css'

type Props = {
  /** When it was counted, in the reader's words. */
  readonly at: string
  /** Another text whenever the board has just heard something. */
  readonly heard: string
  readonly staleAfterSeconds: number
  /** What to do about it. */
  readonly hint?: string | undefined
}

/** Is what stands on the board still true? By the browser's own running clock, which nobody sets. */
export function Freshness({ at, heard, staleAfterSeconds, hint }: Props) {
  const t = useTranslations('now-board.fresh')
  const isStale = useIsStale(heard, staleAfterSeconds)
  if (!isStale) return <p className={styles.fresh}>{t('yes', { at })}</p>
  return (
    <Notice tone="urgent" role="alert">
      <p>{t('no', { at })}</p>
      {hint && <p>{hint}</p>}
    </Notice>
  )
}

/** Has nothing been heard for so long? `heard` changes with everything that is heard. */
export function useIsStale(heard: string, afterSeconds: number): boolean {
  const [stale, setStale] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setStale(heard), afterSeconds * 1000)
    return () => clearTimeout(timer)
  }, [heard, afterSeconds])
  return stale === heard
}
