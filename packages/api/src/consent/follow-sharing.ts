import { SYSTEM_OF_NO_SERVICE } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { followSharingEnds } from '@throughcare/db/consent/consent-repository'

/**
 * Has handoffs say that they no longer carry what a consent or an override opened until now, and that they carry what begins now.
 * Nobody could read it since it ended: the policies look at the clock themselves.
 *
 * @returns in how many cases something changed.
 */
export function followSharing(): Promise<number> {
  return asActor(SYSTEM_OF_NO_SERVICE, followSharingEnds)
}
