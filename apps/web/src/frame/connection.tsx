'use client'

import { Notice } from '@throughcare/ui/notice'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** So long a page stands still before it fetches what follows others' changes. */
const STANDS_STILL_MS = 800

/**
 * Says when the connection is gone, and loads anew a page that the browser kept after leaving it: after signing out, "back"
 * must not show a case again. A page that is marked to be kept fresh begins to follow what others change.
 */
export function Connection() {
  const t = useTranslations('frame')
  const { refresh } = useRouter()
  const path = usePathname()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    // Another page may be marked where this one was not: asked anew for each path.
    const timer = setTimeout(() => {
      if (document.querySelector('[data-live]')) void import('../live/follow.ts').then(({ follow }) => follow(refresh))
    }, STANDS_STILL_MS)
    return () => clearTimeout(timer)
  }, [path, refresh])
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    window.addEventListener('pageshow', restored)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
      window.removeEventListener('pageshow', restored)
    }
  }, [])
  return offline ? (
    <Notice tone="attention" role="status">
      {t('offline')}
    </Notice>
  ) : null
}
