'use client'

import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/**
 * Says when the connection is gone, and loads anew a page that the browser kept after leaving it: after signing out, "back"
 * must not show a case again.
 */
export function Connection() {
  const t = useTranslations('frame')
  const [offline, setOffline] = useState(false)
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
