'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const LOOK_EVERY_MS = 10_000

/** So long after the last touch a page stops looking, so that a screen somebody left does not keep its session alive. */
const UNTOUCHED_MS = 10 * 60_000

/**
 * Keeps a page as the other side left it: loads it again when it comes into view, and every ten seconds while it is looked at.
 * What was typed into its forms stays.
 */
export function KeepFresh() {
  const router = useRouter()
  useEffect(() => {
    let touchedAt = performance.now()
    const touch = () => {
      touchedAt = performance.now()
    }
    const look = () => {
      if (document.visibilityState === 'visible' && performance.now() - touchedAt < UNTOUCHED_MS) router.refresh()
    }
    const comeBack = () => {
      touch()
      look()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    window.addEventListener('focus', comeBack)
    document.addEventListener('visibilitychange', comeBack)
    for (const event of ['pointerdown', 'keydown', 'scroll'] as const)
      window.addEventListener(event, touch, { passive: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', comeBack)
      document.removeEventListener('visibilitychange', comeBack)
      for (const event of ['pointerdown', 'keydown', 'scroll'] as const) window.removeEventListener(event, touch)
    }
  }, [router])
  return null
}
