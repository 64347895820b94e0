import type { Actor } from '@throughcare/db/actor'
import type { FollowLiveInput } from '@throughcare/domain/live/follow-input'
import { LiveHub } from './live-hub.ts'
import type { HeardEvent } from './live-stream.ts'

// Next bundles its own copy of this file beside the server's: a process listens once.
const PLACE = Symbol.for('throughcare.live')
type Holder = { [PLACE]?: LiveHub }

/** @throws Error when DATABASE_URL is not set. */
export function liveHub(): LiveHub {
  const holder = globalThis as Holder
  if (!holder[PLACE]) {
    // LISTEN belongs to a connection: where DATABASE_URL is a pooler's, this one goes past it.
    const url = process.env.DATABASE_LISTEN_URL || process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set')
    holder[PLACE] = new LiveHub(url)
  }
  return holder[PLACE]
}

/** Ends every stream, before the process ends or a test file is through. */
export async function closeLive(): Promise<void> {
  const holder = globalThis as Holder
  const open = holder[PLACE]
  delete holder[PLACE]
  await open?.close()
}

/**
 * What changes in the cases and lists of the hat that is worn, from the last event that this browser heard. Ends when the
 * session ends or another hat is put on; the browser then asks again, and is let in or not.
 */
export async function* followLive(
  actor: Actor,
  { lastEventId }: FollowLiveInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<HeardEvent, void> {
  const hub = liveHub()
  const stream = hub.join(actor, lastEventId ? Number(lastEventId) : null)
  const leave = () => hub.leave(stream)
  signal?.addEventListener('abort', leave)
  try {
    yield* stream.events()
  } finally {
    signal?.removeEventListener('abort', leave)
    leave()
  }
}
