import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type DigestChoice, findDigestChoice } from '@throughcare/db/gap/digest-repository'

/** Does the actor want the digest under the hat they wear? */
export function digestChoice(actor: Actor): Promise<DigestChoice> {
  return asActor(actor, findDigestChoice)
}
