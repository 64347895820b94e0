import { database } from '../database.ts'
import { newId } from '../uuid.ts'

/** Who administers first, and the service they sit in. The password is hashed. */
export type FirstAdministrator = {
  email: string
  displayName: string
  passwordHash: string
  locale: string
  serviceName: string
  /** ISO 3166-1 alpha-2, upper case. */
  country: string
  /** IANA. */
  timeZone: string
}

/** app.now() while nobody has an account here; null as soon as somebody has. */
export async function findFirstAdministratorMissing(): Promise<Date | null> {
  const { rows } = await database().reads.query<{ now: Date | null }>('select app.first_administrator_missing() as now')
  return rows[0]?.now ?? null
}

/** Makes the first account. False, and nothing is made, when somebody was quicker. */
export async function recordFirstAdministrator(first: FirstAdministrator): Promise<boolean> {
  const { rows } = await database().reads.query<{ opened: boolean }>(
    'select app.open_first_administrator($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as opened',
    [
      newId(),
      first.email,
      first.displayName,
      first.passwordHash,
      first.locale,
      newId(),
      first.country,
      newId(),
      first.serviceName,
      first.timeZone,
      newId(),
    ],
  )
  return rows[0]?.opened ?? false
}
