import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { holdDueDigest, recordDigestSent } from '@throughcare/db/gap/digest-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DigestCounts } from '@throughcare/domain/gap/digest-causes'

/** A digest on its way out: where to, in which language, and what it may say. */
export type DigestMail = {
  to: string
  locale: string
  counts: DigestCounts
  /** The same for every try of the same digest, so that a server that got it twice can tell. */
  key: string
}

/**
 * Sends one digest that was decided, unless it is sent, muted or too late by now. Held while it is handed over: two workers
 * send it once. Should the process end between the server's yes and ours, it goes out again under the same key.
 *
 * @param post hands it to the mail server, and throws when the server did not take it: then it is tried again.
 */
export function sendDigest(
  { serviceId, ...of }: { serviceId: string; membershipId: string; day: PlainDate },
  post: (mail: DigestMail) => Promise<void>,
): Promise<void> {
  return asActor(
    systemActor(serviceId),
    async (deed) => {
      const due = await holdDueDigest(deed, of)
      if (!due) return
      const { email, locale, counts } = due
      await post({ to: email, locale, counts, key: `digest.${of.membershipId}.${of.day}` })
      await recordDigestSent(deed, of)
    },
    { timeoutMs: SENDING_MS },
  )
}

/** Longer than the mail server may take to answer. */
const SENDING_MS = 60_000
