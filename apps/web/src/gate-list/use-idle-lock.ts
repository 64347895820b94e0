'use client'

import { useEffect, useRef } from 'react'

const LOOK_EVERY_MS = 5_000

/**
 * Locks when nobody has touched the page for so long. Looks at two clocks, because one stops while a telephone sleeps and the
 * other can be set.
 */
export function useIdleLock(isOpen: boolean, afterMs: number, lock: () => void): void {
  const latest = useRef(lock)
  latest.current = lock
  useEffect(() => {
    if (!isOpen) return
    let touched = { wall: Date.now(), open: performance.now() }
    const touch = () => {
      touched = { wall: Date.now(), open: performance.now() }
    }
    const look = () => {
      const idle = Math.max(Date.now() - touched.wall, performance.now() - touched.open)
      if (idle >= afterMs) latest.current()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    for (const event of ['pointerdown', 'keydown', 'scroll'] as const)
      window.addEventListener(event, touch, { passive: true })
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      for (const event of ['pointerdown', 'keydown', 'scroll'] as const) window.removeEventListener(event, touch)
    }
  }, [isOpen, afterMs])
}
