/** Who is asking, and under which hat. Comes from the session row, never from request input. */
export type Actor = {
  accountId: string
  displayName: string
  membershipId: string
  role: 'prison-health' | 'caseworker' | 'manager' | 'administrator'
  grants: readonly string[]
  serviceId: string
  serviceName: string
  serviceKind: string
  /** ISO 3166-1 alpha-2. */
  serviceCountry: string
  /** IANA zone: the days of this service are read in it. */
  serviceTimeZone: string
  /** The language of this person's screens. */
  locale: string
  /** SHA-256 of the cookie's random id. PostgreSQL checks it again as each transaction opens. */
  sidHash: Uint8Array
}

/** The worker, acting by itself for one service. */
export type SystemActor = {
  accountId: typeof SYSTEM_ACCOUNT_ID
  role: 'system'
  serviceId: string
}

/** The account that stands in the history beside what happened by itself. Made by the first migration. */
export const SYSTEM_ACCOUNT_ID = '00000000-0000-7000-8000-000000000001'

export function systemActor(serviceId: string): SystemActor {
  return { accountId: SYSTEM_ACCOUNT_ID, role: 'system', serviceId }
}

/** The worker, where what it reads belongs to no service: it has no part in any case. */
export const SYSTEM_OF_NO_SERVICE: SystemActor = systemActor('00000000-0000-0000-0000-000000000000')
