'use client'

import { useEffect, useState } from 'react'

/** Counts whole seconds down from `seconds`, anew for each `since`; 0 when there is nothing to count. */
export function useSecondsLeft(since: string | null, seconds: number): number {
  const [counted, setCounted] = useState<{ since: string | null; gone: number }>({ since: null, gone: 0 })
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(
      () => setCounted((before) => ({ since, gone: before.since === since ? before.gone + 1 : 1 })),
      1000,
    )
    return () => clearInterval(timer)
  }, [since])
  if (since === null) return 0
  return counted.since === since ? Math.max(0, seconds - counted.gone) : seconds
}
