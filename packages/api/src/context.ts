import type { SignedIn } from '@throughcare/db/access/session-repository'
import type { Actor } from '@throughcare/db/actor'

/** What a procedure knows of its caller before it does anything. Made from the session row, once per HTTP request. */
export type Context = {
  signedIn: SignedIn | null
  /**
   * Reads the session from the database. There where `signedIn` was read a moment ago, by an earlier call: then nothing is refused by
   * it before this was asked (docs/adr/0194).
   */
  readAnew?: (() => Promise<SignedIn | null>) | undefined
  /** Made for each HTTP request and written to the log; shown to the caller when something broke. */
  traceId: string
}

/** The hat worn, or null. */
export function actorOf(context: Context): Actor | null {
  return context.signedIn?.hat ?? null
}
