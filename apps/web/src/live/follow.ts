/**
 * Follows what others change, for the page that is open. Fetched once a page that shows such things stands still, so that it
 * weighs nothing while the page opens; written by hand over the browser's own EventSource, because the client library's reader
 * of streams weighs ten times as much. See docs/adr/0116.
 *
 * One stream serves all tabs of a browser: whoever holds the lock reads it and passes on what it hears. Where no stream comes
 * through, each tab looks again every half minute. A page that nobody touches stops asking: asking keeps a session alive.
 */

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
  const channel = new BroadcastChannel(NAME)
  let source: EventSource | null = null
  // A tab that begins to follow has heard nothing of what came while its page was opened: the one that reads tells it.
  channel.onmessage = ({ data }) => {
    if (data.topic !== 'hello') hear(data)
    else if (source)
      channel.postMessage({ topic: performance.now() - toldAt < LOOK_EVERY_MS ? 'everything' : 'ping', id: last })
  }
  channel.postMessage({ topic: 'hello' })
  const lead = () => {
    source?.close()
    source = new EventSource(last ? `${STREAM}&lastEventId=${last}` : STREAM)
    const pass = (told: Told) => {
      hear(told)
      channel.postMessage(told)
    }
    for (const sign of ['connected', 'ping']) source.addEventListener(sign, () => pass({ topic: sign }))
    source.onmessage = ({ data, lastEventId }) => pass({ ...JSON.parse(data).json, id: lastEventId })
    source.onerror = () => {
      // Not let in: signed out, or another hat. The page says so itself when it is loaded again.
      if (source?.readyState === EventSource.CLOSED) wait()
    }
  }
  setInterval(() => {
    const isCutOff = performance.now() - heardAt >= LOOK_EVERY_MS
    if (isCutOff || performance.now() - lookedAt >= LOOK_ANYWAY_MS) wait()
    if (isCutOff && source) lead()
  }, LOOK_EVERY_MS)
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

function lookNow(): void {
  isMissed = document.visibilityState !== 'visible' || performance.now() - touchedAt > UNTOUCHED_MS
  if (isMissed || !document.querySelector('[data-live]')) return
  const now = performance.now()
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
