import type { SignedIn } from '@throughcare/db/access/session-repository'
import type { Context } from '../context.ts'
import { readSession } from './read-session.ts'
import { sidHashOf } from './session-id.ts'

/** For so long, and for so many browsers, who holds a session is kept in this process. */
const KEPT_MS = 5_000
const MOST_KEPT = 10_000

const kept = new Map<string, { signedIn: SignedIn; until: number }>()

/**
 * Who asks? Read from the database. Where every call of the request is one reading, which opens only under the very hat that it is
 * told, an answer of the last seconds will do, and `readAnew` comes with it.
 *
 * @param sid the cookie's random id, as it came
 * @throws AppError `unavailable` while the database is away
 */
export async function sessionOfCall(
  sid: string | null | undefined,
  { touch, isOneReading, now = performance.now() }: { touch: boolean; isOneReading: boolean; now?: number },
): Promise<Pick<Context, 'signedIn' | 'readAnew'>> {
  const key = sidHashOf(sid)?.toString('base64')
  if (!key) return { signedIn: null }
  const known = isOneReading ? kept.get(key) : undefined
  if (known && known.until > now) return { signedIn: known.signedIn, readAnew: () => readAndKeep(sid, key, touch, now) }
  return { signedIn: await readAndKeep(sid, key, touch, now) }
}

async function readAndKeep(
  sid: string | null | undefined,
  key: string,
  touch: boolean,
  now: number,
): Promise<SignedIn | null> {
  kept.delete(key)
  const signedIn = await readSession(sid, touch)
  if (!signedIn) return null
  // The oldest go first: a map keeps the order in which they came.
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
  kept.set(key, { signedIn, until: now + KEPT_MS })
  return signedIn
}
