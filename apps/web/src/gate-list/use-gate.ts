'use client'

import { LOCKS_AFTER_MINUTES } from '@throughcare/domain/gate-list/gate-copy'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newRequestId } from '../form/request-id.ts'
import { useApi } from '../trpc/client.tsx'
import { keepPress, keepUnder, lookAtCopy, type Opened, openCopy, readPresses } from './device-copy.ts'
import type { Press } from './gate-press.ts'
import { countUnsent, removePresses, wipe } from './gate-store.ts'
import { fetchList, type GateNews, newsOf, type Reached, sendWaiting } from './send-waiting.ts'
import { useIdleLock } from './use-idle-lock.ts'

type GateState = {
  readonly phase: 'reading' | 'none' | 'locked' | 'open'
  readonly news: GateNews | null
  readonly triesLeft: number | null
  /** Presses that no server has taken, or whose answer nobody has read; known without the PIN. */
  readonly unsent: number
  readonly opened: Opened | null
  readonly presses: readonly Press[]
  readonly busy: boolean
  /** Null before the first try. */
  readonly reached: Reached | null
}

export type Pressed = Pick<Press, 'press' | 'row' | 'at' | 'why'>

export type Gate = GateState & {
  readonly setUp: (pin: string) => Promise<void>
  readonly unlock: (pin: string) => Promise<void>
  readonly lock: () => void
  readonly remove: () => Promise<void>
  readonly press: (pressed: Pressed) => Promise<void>
  readonly sendNow: () => Promise<void>
  /** A press that never left this device, as if it had not been made. Nothing when it is on its way. */
  readonly takeBack: (requestId: string) => Promise<void>
  /** Somebody has read what became of a refused press. */
  readonly dismiss: (requestId: string) => Promise<void>
}

const CLOSED = { opened: null, presses: [] } as const
const START: GateState = {
  phase: 'reading',
  news: null,
  triesLeft: null,
  unsent: 0,
  busy: false,
  reached: null,
  ...CLOSED,
}

const LOOK_EVERY_MS = 20_000

/** The page at the gate: what this device keeps, what waits to be sent, and when both go. */
export function useGate(): Gate {
  const api = useApi()
  const [state, setState] = useState(START)
  const opened = useRef<Opened | null>(null)
  const running = useRef(false)
  const change = useCallback((next: Partial<GateState>) => setState((before) => ({ ...before, ...next })), [])

  const shut = useCallback(
    async (news: GateNews | null) => {
      opened.current = null
      const stands = await lookAtCopy()
      const isLocked = stands === 'kept' || stands === 'presses-only'
      change({ phase: isLocked ? 'locked' : 'none', news, unsent: await countUnsent(), busy: false, ...CLOSED })
    },
    [change],
  )

  const show = useCallback(
    async (next: Opened) => {
      opened.current = next
      const presses = await readPresses(next)
      const unsent = await countUnsent()
      // Locked meanwhile: nothing is shown any more.
      if (opened.current === next) change({ phase: 'open', news: null, opened: next, presses, unsent })
    },
    [change],
  )

  const sendNow = useCallback(async () => {
    if (running.current || !opened.current) return
    running.current = true
    change({ busy: true })
    const gate = { opened: () => opened.current, show, shut, tell: (reached: Reached) => change({ reached }) }
    try {
      // One tab at a time.
      await navigator.locks.request('throughcare-gate', () => sendWaiting(api, gate))
    } finally {
      running.current = false
      change({ busy: false })
    }
  }, [api, change, show, shut])

  useEffect(() => {
    const look = async () => {
      const stands = await lookAtCopy()
      // Another tab, or whoever signed in since, may have taken it away.
      const isGone = stands === 'none' || (opened.current?.kept && stands === 'presses-only')
      if (stands === 'too-old' || stands === 'set-back') await shut(stands)
      else if (opened.current && isGone) await shut(null)
      else if (opened.current && (await countUnsent('waiting')) > 0) await sendNow()
    }
    lookAtCopy()
      .then((stands) => shut(stands === 'too-old' || stands === 'set-back' ? stands : null))
      .catch(() => change({ phase: 'none' }))
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    const hear = () => void look()
    const hide = () => void shut(null)
    window.addEventListener('online', hear)
    document.addEventListener('visibilitychange', hear)
    window.addEventListener('pagehide', hide)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', hear)
      document.removeEventListener('visibilitychange', hear)
      window.removeEventListener('pagehide', hide)
    }
  }, [change, sendNow, shut])

  useIdleLock(state.phase === 'open', LOCKS_AFTER_MINUTES * 60_000, () => void shut(null))

  return {
    ...state,
    setUp: async (pin) => {
      change({ busy: true, news: null })
      const list = await fetchList(api)
      if (!('kind' in list)) {
        await show(await keepUnder(pin, list))
        change({ reached: 'answered' })
      } else if (list.kind === 'waits' && list.because !== 'signed-out') change({ reached: list.because })
      else change({ news: newsOf(list) })
      change({ busy: false })
    },
    unlock: async (pin) => {
      change({ busy: true })
      const stands = await lookAtCopy()
      if (stands === 'too-old' || stands === 'set-back') return shut(stands)
      const tried = await openCopy(pin)
      if (tried.kind === 'wiped') return shut('wrong-pins')
      if (tried.kind === 'wrong') return change({ triesLeft: tried.triesLeft, busy: false })
      change({ triesLeft: null, busy: false })
      await show(tried.opened)
      await sendNow()
    },
    lock: () => void shut(null),
    remove: async () => {
      await wipe()
      await shut('removed')
    },
    press: async (pressed) => {
      if (!opened.current) return
      await keepPress(opened.current, {
        ...pressed,
        requestId: newRequestId(),
        state: 'waiting',
        isTried: false,
        refusal: null,
      })
      await show(opened.current)
      await sendNow()
    },
    sendNow,
    takeBack: async (requestId) => {
      // Not while anything is being sent, from whatever tab.
      await navigator.locks.request('throughcare-gate', { ifAvailable: true }, async (free) => {
        const presses = free && opened.current ? await readPresses(opened.current) : []
        if (presses.some((press) => press.requestId === requestId && press.state === 'waiting' && !press.isTried))
          await removePresses([requestId])
      })
      if (opened.current) await show(opened.current)
    },
    dismiss: async (requestId) => {
      await removePresses([requestId])
      if (opened.current) await show(opened.current)
    },
  }
}
