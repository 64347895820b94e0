'use client'

import { StatusLine } from '@throughcare/ui/status-line'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

const Say = createContext<(words: string) => void>(() => undefined)

/** For a press whose row goes away with it: says above the list what it did. */
export function useSay(): (words: string) => void {
  return useContext(Say)
}

/** A list whose rows leave it when they are answered. What was done is said above it, and takes the focus the row had. */
export function Answered({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ words: string; times: number } | null>(null)
  const line = useRef<HTMLDivElement>(null)
  const times = said?.times ?? 0
  useEffect(() => {
    if (times > 0) line.current?.focus()
  }, [times])
  return (
    <Say.Provider value={(words) => setSaid((before) => ({ words, times: (before?.times ?? 0) + 1 }))}>
      <div>
        <div ref={line} tabIndex={-1}>
          <StatusLine>{said?.words}</StatusLine>
        </div>
        {children}
      </div>
    </Say.Provider>
  )
}
