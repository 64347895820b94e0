import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type DigestFailure, findDigestFailures } from '@throughcare/db/gap/digest-repository'

/** A digest that the mail server did not take, and whether there is still time to send it again. */
export type DigestFailureView = DigestFailure & { mayRetry: boolean }

/** Which digests the mail server never took, by service and day, the latest first: counts and a code, nobody's name or address. */
export function digestFailures(actor: Actor): Promise<DigestFailureView[]> {
  return asActor(actor, async (deed) =>
    (await findDigestFailures(deed)).map((each) => ({ ...each, mayRetry: new Date(each.until) > deed.now })),
  )
}
