'use client'

import { Notice } from '@throughcare/ui/notice'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { SESSION_BACK, SESSION_ENDED } from '../session/ended-event.ts'

// Fetched when it is wanted: few pages outlive their session.
const SignInAgain = lazy(() => import('../session/sign-in-again.tsx').then((form) => ({ default: form.SignInAgain })))

/** So long a page stands still before it fetches what follows others' changes. */
const STANDS_STILL_MS = 800

/**
 * Says when the connection is gone, and loads anew a page that the browser kept after leaving it: after signing out, "back"
 * must not show a case again. A page that is marked to be kept fresh begins to follow what others change; one
 * whose session has ended asks in place for a new one.
 */
export function Connection() {
  const t = useTranslations('frame')
  const { refresh } = useRouter()
  const path = usePathname()
  const [offline, setOffline] = useState(false)
  const [hasEnded, setEnded] = useState(false)
  useEffect(() => {
    // Another page may be marked where this one was not: asked anew for each path.
    const timer = setTimeout(() => {
      if (document.querySelector('[data-live]')) void import('../live/follow.ts').then(({ follow }) => follow(refresh))
    }, STANDS_STILL_MS)
    return () => clearTimeout(timer)
  }, [path, refresh])
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    const tell = ({ type }: Event) => setEnded(type === SESSION_ENDED)
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    window.addEventListener('pageshow', restored)
    for (const event of [SESSION_ENDED, SESSION_BACK]) window.addEventListener(event, tell)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
      window.removeEventListener('pageshow', restored)
      for (const event of [SESSION_ENDED, SESSION_BACK]) window.removeEventListener(event, tell)
    }
  }, [])
  if (hasEnded)
    return (
      <Suspense>
        <SignInAgain />
      </Suspense>
    )
  return offline ? (
    <Notice tone="attention" role="status">
      {t('offline')}
    </Notice>
  ) : null
}
