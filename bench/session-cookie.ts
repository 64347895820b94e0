import { createHash, randomBytes } from 'node:crypto'
import type { withSuperuser } from '../packages/db/src/cluster/prepare-database.ts'
import { newId } from '../packages/db/src/uuid.ts'

type Owner = Parameters<Parameters<typeof withSuperuser>[1]>[0]

/** The cookie of a new session of twelve hours, written past the front door. */
export async function openSession(
  owner: Owner,
  { accountId, membershipId }: { accountId: string; membershipId: string },
): Promise<string> {
  const sid = randomBytes(32).toString('base64url')
  await owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
    [newId(), createHash('sha256').update(sid).digest(), accountId, membershipId],
  )
  return `__Host-throughcare-session=${sid}`
}
