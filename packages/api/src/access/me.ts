import { findHats, type Hat } from '@throughcare/db/access/hat-repository'
import type { SignedIn } from '@throughcare/db/access/session-repository'
import type { Actor } from '@throughcare/db/actor'

export type Me = {
  accountId: string
  displayName: string
  locale: string
  /** The hat worn; null until one is chosen. */
  hat: Omit<Actor, 'sidHash' | 'accountId' | 'displayName' | 'locale'> | null
  /** Every hat that may be chosen, the worn one included. */
  hats: Hat[]
}

/** Who am I here, as what do I act, and as what else might I? */
export async function me(signedIn: SignedIn): Promise<Me> {
  const { accountId, displayName, locale, hat, sidHash } = signedIn
  return {
    accountId,
    displayName,
    locale,
    hat: hat && {
      membershipId: hat.membershipId,
      role: hat.role,
      grants: hat.grants,
      serviceId: hat.serviceId,
      serviceName: hat.serviceName,
      serviceKind: hat.serviceKind,
      serviceCountry: hat.serviceCountry,
      serviceTimeZone: hat.serviceTimeZone,
    },
    hats: await findHats(sidHash),
  }
}
