'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

/** Somebody has come from the identity provider: what this device held for somebody else is taken off, and they go on. */
export function Arrived({ goOnTo }: { readonly goOnTo: string }) {
  const t = useTranslations('access.sign-in')
  useEffect(() => {
    import('../gate-list/forget-list.ts')
      .then((gate) => gate.forgetList())
      .catch(() => undefined)
      // A whole new page: nothing that was loaded for somebody else stays in this tab.
      .then(() => window.location.replace(goOnTo))
  }, [goOnTo])
  return <p role="status">{t('arrived')}</p>
}
