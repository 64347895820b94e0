'use client'

import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

/** A part whose script is fetched once the disclosure around it has been opened: until then a page is no heavier for it. */
export function OpenedPart({ children }: { readonly children: ReactNode }) {
  const loading = useTranslations('form')('loading')
  const place = useRef<HTMLDivElement>(null)
  const [isOpened, setOpened] = useState(false)
  useEffect(() => {
    const details = place.current?.closest('details')
    if (!details || details.open) return setOpened(true)
    const open = () => setOpened(true)
    details.addEventListener('toggle', open, { once: true })
    return () => details.removeEventListener('toggle', open)
  }, [])
  return (
    <div ref={place}>{isOpened && <Suspense fallback={<StatusLine>{loading}</StatusLine>}>{children}</Suspense>}</div>
  )
}
