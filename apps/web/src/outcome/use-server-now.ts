'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * What the server's clock says now: the time at which it made this page, and what has gone by since. The device's own clock
 * may be wrong, and no instant is ever taken from it.
 *
 * @param madeAt the server's now when it made the page, ISO 8601
 */
export function useServerNow(madeAt: string): () => Date {
  const base = useRef({ madeAt, seenAt: 0 })
  useEffect(() => {
    base.current = { madeAt, seenAt: performance.now() }
  }, [madeAt])
  return useCallback(() => {
    const { madeAt: at, seenAt } = base.current
    return new Date(new Date(at).getTime() + (seenAt === 0 ? 0 : performance.now() - seenAt))
  }, [])
}
