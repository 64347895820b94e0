'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newRequestId } from '../form/request-id.ts'
import { type DeedError, shownError } from '../form/shown-error.ts'
import { useTRPC } from '../trpc/client.tsx'

/** After so long without a key, what was typed is kept. */
const REST_MS = 1_000

/** How a draft stands: kept when, or why not. */
export type DraftState =
  | { kind: 'nothing' }
  | { kind: 'keeping' }
  | { kind: 'kept'; at: string }
  | { kind: 'not-kept'; isSignedOut: boolean }

/**
 * Keeps what is typed on the server, for whoever types it alone, a second after the last key and when the page is left: a
 * machine that crashes or a session that ends takes at most that second. One save at a time, so that an old one never
 * overtakes a new one.
 */
export function useDraft(itemId: string, longest: number) {
  const trpc = useTRPC()
  const { mutateAsync } = useMutation(trpc.checklist.comment.mutationOptions())
  const [state, setState] = useState<DraftState>({ kind: 'nothing' })
  const waiting = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saving = useRef<Promise<void>>(Promise.resolve())

  const save = (): void => {
    clearTimeout(timer.current)
    const text = waiting.current
    if (text === null || text.length > longest * 2) return
    waiting.current = null
    saving.current = saving.current.then(async () => {
      setState({ kind: 'keeping' })
      try {
        const { at } = await mutateAsync({ itemId, requestId: newRequestId(), text, isDraft: true })
        setState(text.trim() === '' ? { kind: 'nothing' } : { kind: 'kept', at })
      } catch (error) {
        setState({ kind: 'not-kept', isSignedOut: shownError(error as DeedError).code === 'not-signed-in' })
      }
    })
  }
  const latest = useRef(save)
  latest.current = save

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') latest.current()
    }
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      latest.current()
    }
  }, [])

  return {
    state,
    /** Something was typed. */
    typed: (text: string): void => {
      waiting.current = text
      clearTimeout(timer.current)
      timer.current = setTimeout(save, REST_MS)
    },
    save,
    /** It is about to be posted: nothing is saved after it. Waits for the save under way. */
    stop: (): Promise<void> => {
      clearTimeout(timer.current)
      waiting.current = null
      return saving.current
    },
    posted: () => setState({ kind: 'nothing' }),
  }
}
