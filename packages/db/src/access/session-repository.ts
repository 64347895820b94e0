import type { Actor } from '../actor.ts'
import { database } from '../database.ts'

/** Somebody who is signed in; `hat` is null until one is chosen, and again when it is taken away. */
export type SignedIn = {
  sessionId: string
  accountId: string
  displayName: string
  locale: string
  /** SHA-256 of the cookie's random id: what proves who is asking while no hat is worn. */
  sidHash: Uint8Array
  /** Whether they proved within the last ten minutes who they are: what weighs most asks for it. */
  provedLately: boolean
  hat: Actor | null
}

type Row = {
  session_id: string
  account_id: string
  display_name: string
  locale: string
  membership_id: string | null
  role: Actor['role'] | null
  grants: string[] | null
  service_id: string | null
  service_name: string | null
  service_kind: string | null
  service_country: string | null
  service_time_zone: string | null
  /** Not told where a session is only looked at. */
  proved_lately?: boolean
}

/**
 * Who holds this session? Read anew for every request, so that a revocation or a changed role counts at once. Null when
 * there is none: never signed in, ended, idle for 15 minutes, older than 12 hours, or the account was closed.
 */
export async function findSession(sidHash: Uint8Array): Promise<SignedIn | null> {
  const { rows } = await database().reads.query<Row>({
    name: 'read-session',
    text: 'select * from app.read_session($1)',
    values: [Buffer.from(sidHash)],
  })
  return rows[0] ? signedInFrom(rows[0], sidHash) : null
}

/** A row of app.read_session, or of another function that answers alike. */
export function signedInFrom(row: Row, sidHash: Uint8Array): SignedIn {
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    displayName: row.display_name,
    locale: row.locale,
    sidHash,
    provedLately: row.proved_lately ?? false,
    hat: row.membership_id && row.service_id ? hatOf(row, sidHash) : null,
  }
}

function hatOf(row: Row, sidHash: Uint8Array): Actor {
  return {
    accountId: row.account_id,
    displayName: row.display_name,
    membershipId: row.membership_id as string,
    role: row.role as Actor['role'],
    grants: row.grants ?? [],
    serviceId: row.service_id as string,
    serviceName: row.service_name as string,
    serviceKind: row.service_kind as string,
    serviceCountry: row.service_country as string,
    serviceTimeZone: row.service_time_zone as string,
    locale: row.locale,
    sidHash,
  }
}

/** One of somebody's own sessions. */
export type OwnSession = { sessionId: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; isHere: boolean }

/** The living sessions of whoever holds this one, the one that asks first, and how they sign in. */
export type OwnSignIn = {
  sessions: OwnSession[]
  hasFactor: boolean
  needsFactor: boolean
  /** Recovery codes that have not been used. */
  codesLeft: number
}

/** What somebody sees of their own signing in; null when the session has ended. */
export async function findOwnSignIn(sidHash: Uint8Array): Promise<OwnSignIn | null> {
  const { rows } = await database().reads.query<{
    session_id: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    here: boolean
    has_factor: boolean
    needs_factor: boolean
    codes_left: number
  }>('select * from app.sessions_of($1)', [Buffer.from(sidHash)])
  const [row] = rows
  if (!row) return null
  return {
    sessions: rows.map((one) => ({
      sessionId: one.session_id,
      createdAt: one.created_at,
      lastSeenAt: one.last_seen_at,
      expiresAt: one.expires_at,
      isHere: one.here,
    })),
    hasFactor: row.has_factor,
    needsFactor: row.needs_factor,
    codesLeft: row.codes_left,
  }
}

/** Ends another session of whoever holds this one; null: all others. Returns how many ended. */
export async function recordOthersEnd(sidHash: Uint8Array, sessionId: string | null): Promise<number> {
  const { rows } = await database().reads.query<{ ended: number }>('select app.end_other_sessions($1, $2) as ended', [
    Buffer.from(sidHash),
    sessionId,
  ])
  return rows[0]?.ended ?? 0
}
