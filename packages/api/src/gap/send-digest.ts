import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { holdDueDigest, recordDigestFailure, recordDigestSent } from '@throughcare/db/gap/digest-repository'
import { recordDigestMail } from '@throughcare/db/notice/notice-mail-repository'
import { newId } from '@throughcare/db/uuid'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DigestCounts } from '@throughcare/domain/gap/digest-causes'

/** A digest on its way out: where to, in which language, and what it may say. */
export type DigestMail = {
  to: string
  locale: string
  counts: DigestCounts
  /** The same for every try of the same digest, so that a server that got it twice can tell. */
  key: string
  mailId: string
}

type Of = { membershipId: string; day: PlainDate }

/**
 * Sends one digest that was decided, unless it is sent, muted or too late by now. Held while it is handed over: two workers
 * send it once. Should the process end between the server's yes and ours, it goes out again under the same key. What the
 * server did not take is written down for the administrators, and tried again.
 *
 * @param post hands it to the mail server, and throws an error of a code when the server did not take it.
 */
export async function sendDigest(
  { serviceId, ...of }: { serviceId: string } & Of,
  post: (mail: DigestMail) => Promise<void>,
): Promise<void> {
  let failure: unknown = null
  try {
    await sendHeld(serviceId, of, (mail) =>
      post(mail).catch((error: unknown) => {
        failure = error
        throw error
      }),
    )
  } catch (error) {
    if (failure !== null)
      await asActor(systemActor(serviceId), (deed) => recordDigestFailure(deed, of, codeOf(failure)))
    throw error
  }
}

function sendHeld(serviceId: string, of: Of, post: (mail: DigestMail) => Promise<void>): Promise<void> {
  return asActor(
    systemActor(serviceId),
    async (deed) => {
      const due = await holdDueDigest(deed, of)
      if (!due) return
      const { email, locale, counts } = due
      const mailId = newId()
      await post({ to: email, locale, counts, key: `digest.${of.membershipId}.${of.day}`, mailId })
      await recordDigestSent(deed, of)
      await recordDigestMail(deed, { mailId, membershipId: of.membershipId })
    },
    { timeoutMs: SENDING_MS },
  )
}

/** What kind of fault it was: a code and nothing of what the server answered, which may repeat an address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const told = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
  return /^[A-Za-z0-9 _-]{1,60}$/.test(told) ? told : 'no code'
}

/** Longer than the mail server may take to answer. */
const SENDING_MS = 60_000
