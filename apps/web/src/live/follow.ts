/**
 * Follows what others change, for the page that is open. Fetched once a page that shows such things stands still, so that it
 * weighs nothing while the page opens; written by hand over the browser's own EventSource, because the client library's reader
 * of streams weighs ten times as much. See docs/adr/0116.
 *
 * One stream serves all tabs of a browser: whoever holds the lock reads it and passes on what it hears. Where no stream comes
 * through, each tab looks again every half minute. A page that nobody touches stops asking: asking keeps a session alive.
 */

import { SESSION_BACK, SESSION_ENDED } from '../session/ended-event.ts'

const STREAM = '/api/trpc/live.follow?input=%7B%22json%22%3A%7B%7D%7D'
const NAME = 'throughcare-live'
/** The server says every 15 seconds that it is there; who has heard nothing for so long looks by itself. */
const LOOK_EVERY_MS = 30_000
/** What only time changes (overdue, hours since release) is told by nobody. */
const LOOK_ANYWAY_MS = 60_000
/** So long after the last touch a page stops looking, so that a screen somebody left does not keep its session alive. */
const UNTOUCHED_MS = 10 * 60_000
/** What one press changes is told in several events: they are gathered. A day with 500 releases is no storm of requests. */
const GATHER_MS = 80
const PAUSE_MS = 250
const PAUSE_AT_MOST_MS = 2_000

type Told = { topic: string; episodeId?: string | null; id?: string }

let look: (() => void) | null = null
let touchedAt = 0
let heardAt = 0
let toldAt = Number.NEGATIVE_INFINITY
let lookedAt = Number.NEGATIVE_INFINITY
let pause = PAUSE_MS
let isMissed = false
let isWaiting = false
let hasEnded = false
let channel: BroadcastChannel | null = null
let last = ''

/**
 * Begins to follow; a second call only says anew how the page is loaded again.
 *
 * @param refresh loads the page's facts again and leaves what is typed into its forms
 */
export function follow(refresh: () => void): void {
  const isFirst = look === null
  look = refresh
  touchedAt = performance.now()
  if (!isFirst) return
  heardAt = touchedAt
  for (const event of ['pointerdown', 'keydown', 'scroll'] as const) addEventListener(event, touch, { passive: true })
  addEventListener('focus', comeBack)
  document.addEventListener('visibilitychange', comeBack)
  const others = new BroadcastChannel(NAME)
  channel = others
  let source: EventSource | null = null
  // A tab that begins to follow has heard nothing of what came while its page was opened: the one that reads tells it.
  others.onmessage = ({ data }) => {
    if (data.topic === 'ended' || data.topic === 'back') turn(data.topic === 'ended')
    else if (data.topic !== 'hello') hear(data)
    else if (source)
      others.postMessage({ topic: performance.now() - toldAt < LOOK_EVERY_MS ? 'everything' : 'ping', id: last })
  }
  others.postMessage({ topic: 'hello' })
  const lead = () => {
    source?.close()
    source = new EventSource(last ? `${STREAM}&lastEventId=${last}` : STREAM)
    const pass = (told: Told) => {
      hear(told)
      others.postMessage(told)
    }
    for (const sign of ['connected', 'ping']) source.addEventListener(sign, () => pass({ topic: sign }))
    source.onmessage = ({ data, lastEventId }) => pass({ ...JSON.parse(data).json, id: lastEventId })
    source.onerror = () => {
      // Not let in: signed out, or another hat.
      if (source?.readyState === EventSource.CLOSED) void askWhetherIn()
    }
  }
  setInterval(() => {
    const isCutOff = performance.now() - heardAt >= LOOK_EVERY_MS
    if (isCutOff || performance.now() - lookedAt >= LOOK_ANYWAY_MS) wait()
    // Once the session is over nothing is heard until it is back: asking again would only be refused again.
    if (isCutOff && source && !hasEnded) lead()
  }, LOOK_EVERY_MS)
  window.addEventListener(SESSION_ENDED, () => {
    hasEnded = true
  })
  window.addEventListener(SESSION_BACK, () => {
    if (hasEnded) others.postMessage({ topic: 'back' })
    hasEnded = false
    if (source) lead()
    wait()
  })
  // Without a secure context there are no locks, and each tab has a stream of its own.
  if (!navigator.locks) lead()
  else
    void navigator.locks.request(NAME, () => {
      lead()
      return new Promise(() => undefined)
    })
}

function hear({ topic, episodeId, id }: Told): void {
  heardAt = performance.now()
  if (id) last = id
  if (topic === 'connected' || topic === 'ping') return
  toldAt = heardAt
  const shown = document.querySelector<HTMLElement>('[data-live]')?.dataset.live
  if (shown === '' || (shown && (!episodeId || shown === episodeId))) wait()
}

function wait(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(
    () => {
      isWaiting = false
      lookNow()
    },
    Math.max(GATHER_MS, lookedAt + pause - performance.now()),
  )
}

/** Loading a page without a session leads to the door, and what is typed is lost: whoever may be out asks first. */
async function askWhetherIn(): Promise<void> {
  const answer = await fetch('/api/trpc/access.me', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
    body: '{}',
  }).catch(() => null)
  if (answer?.status === 401) {
    channel?.postMessage({ topic: 'ended' })
    return turn(true)
  }
  lookedAt = performance.now() - PAUSE_AT_MOST_MS
  wait()
}

/** The session ended, or somebody signed in again: here, or in another tab. */
function turn(ended: boolean): void {
  if (ended !== hasEnded) window.dispatchEvent(new Event(ended ? SESSION_ENDED : SESSION_BACK))
}

function lookNow(): void {
  if (hasEnded) return
  isMissed = document.visibilityState !== 'visible' || performance.now() - touchedAt > UNTOUCHED_MS
  if (isMissed || !document.querySelector('[data-live]')) return
  const now = performance.now()
  // So long without asking, and the session may have run out.
  if (now - lookedAt > UNTOUCHED_MS && lookedAt > 0) return void askWhetherIn()
  // The more there is to look at, the longer the pause: at once after a quiet while, every two seconds in a storm.
  pause = now - lookedAt < PAUSE_AT_MOST_MS ? Math.min(pause * 2, PAUSE_AT_MOST_MS) : PAUSE_MS
  lookedAt = now
  look?.()
}

function touch(): void {
  touchedAt = performance.now()
  if (isMissed) wait()
}

function comeBack(): void {
  touchedAt = performance.now()
  wait()
}
