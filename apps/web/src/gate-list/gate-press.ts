import type { GateRow } from '@throughcare/api/gate-list/find-gate-list'
import type { ShownError } from '@throughcare/api/trpc'
import type { GatePress } from '@throughcare/domain/gate-list/gate-presses'
import type { CancelReason } from '@throughcare/domain/release/cancel-reasons'
import type { DeedError } from '../form/shown-error.ts'
import { shownError } from '../form/shown-error.ts'
import type { ApiClient } from '../trpc/client.tsx'

/** A press at the gate, whole as it will be sent: the same id and the same versions, however often that is tried. */
export type Press = {
  readonly requestId: string
  readonly press: GatePress
  /** The row as it stood when somebody pressed: its versions are the ones that were seen. */
  readonly row: GateRow
  /** When it happened, on the server's clock as far as this device knows it. ISO 8601. */
  readonly at: string
  /** Why, for "did not leave". */
  readonly why: { readonly reason: CancelReason; readonly words: string | null } | null
  readonly state: 'waiting' | 'taken' | 'refused'
  /** It was on its way once: the server may have it, whether or not an answer came back. */
  readonly isTried: boolean
  readonly refusal: ShownError | null
}

/** What became of a try to send: `waits` until there is a connection, a server and a session; nothing is ever dropped by that. */
export type Tried =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refusal: ShownError }
  | { readonly kind: 'waits'; readonly because: 'offline' | 'unavailable' | 'signed-out' }

/** Sends a press through the procedure of the ordinary page. */
export async function sendPress(client: ApiClient, press: Press, signal: AbortSignal): Promise<Tried> {
  try {
    await send(client, press, { signal })
    return { kind: 'taken' }
  } catch (error) {
    return triedWith(shownError(error as DeedError))
  }
}

/**
 * What a refusal means for a press that waits. Whoever must sign in again sends it after that, and what went wrong on the way
 * or on the server's side is tried again. Everything else is the server's answer, for somebody to read.
 */
export function triedWith(refusal: ShownError): Tried {
  if (refusal.code === 'offline') return { kind: 'waits', because: 'offline' }
  if (refusal.code === 'not-signed-in' || refusal.code === 'no-hat') return { kind: 'waits', because: 'signed-out' }
  if (TRIED_AGAIN.includes(refusal.code)) return { kind: 'waits', because: 'unavailable' }
  return { kind: 'refused', refusal }
}

const TRIED_AGAIN = ['unavailable', 'unexpected', 'too-many-attempts']

function send(client: ApiClient, { requestId, press, row, at, why }: Press, options: { signal: AbortSignal }) {
  const { episodeId, version, kind, kit } = row
  const moment = new Date(at)
  switch (press) {
    case 'left':
      return client.release.record.mutate(
        { episodeId, requestId, seenVersion: version, releasedAt: moment, learnedAt: moment, kind },
        options,
      )
    case 'did-not-leave':
      return client.release.cancel.mutate(
        { episodeId, requestId, seenVersion: version, reason: why?.reason ?? 'other', words: why?.words ?? null },
        options,
      )
    case 'kit-handed-over':
      if (!kit) throw new Error('no kit is handed over here')
      return client.naloxone.recordKit.mutate(
        { ...kit, episodeId, requestId, holder: 'person', state: 'handed-over', handedAt: moment },
        options,
      )
    case 'arrived':
      return client.outcome.record.mutate({ episodeId, requestId, kind: 'arrived', at: moment }, options)
  }
}
