import type { Actor } from '../actor.ts'
import { database } from '../database.ts'

/** What somebody may act as: a role at a service. */
export type Hat = {
  membershipId: string
  role: Actor['role']
  serviceName: string
  serviceKind: string
  serviceCountry: string
}

type Row = {
  membership_id: string
  role: Actor['role']
  service_name: string
  service_kind: string
  service_country: string
}

/** Every hat that whoever holds this session may choose, by service; none when the session has ended. */
export async function findHats(sidHash: Uint8Array): Promise<Hat[]> {
  const { rows } = await database().reads.query<Row>({
    name: 'hats-of-session',
    text: 'select * from app.hats_of_session($1)',
    values: [Buffer.from(sidHash)],
  })
  return rows.map((row) => ({
    membershipId: row.membership_id,
    role: row.role,
    serviceName: row.service_name,
    serviceKind: row.service_kind,
    serviceCountry: row.service_country,
  }))
}

/** Puts a hat on; false when it is not theirs, was taken away, or the session has ended. */
export async function recordHat(sidHash: Uint8Array, membershipId: string): Promise<boolean> {
  const { rows } = await database().reads.query<{ worn: boolean }>('select app.choose_hat($1, $2) as worn', [
    Buffer.from(sidHash),
    membershipId,
  ])
  return rows[0]?.worn ?? false
}

/** Keeps the language of somebody's screens; false when the session has ended. */
export async function recordLanguage(sidHash: Uint8Array, locale: string): Promise<boolean> {
  const { rows } = await database().reads.query<{ kept: boolean }>('select app.choose_language($1, $2) as kept', [
    Buffer.from(sidHash),
    locale,
  ])
  return rows[0]?.kept ?? false
}

/** Signs whoever holds this session out of every browser. Returns how many sessions ended. */
export async function recordSignOutEverywhere(sidHash: Uint8Array): Promise<number> {
  const { rows } = await database().reads.query<{ ended: number }>('select app.end_all_sessions($1) as ended', [
    Buffer.from(sidHash),
  ])
  return rows[0]?.ended ?? 0
}
