import pg from 'pg'

/**
 * Where a dump was restored into another cluster, PostgreSQL numbers transactions anew, and entries of the audit trail written from
 * now on would come before those of the dump. Then `app.trail_base()` is set so that they come after them: the order in which the
 * trail is sealed goes on. Changes nothing otherwise. Call it while nobody writes.
 *
 * @param ownerUrl the database as its owner role
 * @returns whether it had to
 */
export async function continueTrail(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ last: string; is_behind: boolean }>(
      `select last::text, last >= app.trail_base() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint as is_behind
       from (select greatest((select max(xid) from audit_entry), (select max(last_xid) from audit_seal), -1) as last) written`,
    )
    const [found] = rows
    if (!found?.is_behind) return false
    await client.query(
      `create or replace function app.trail_base() returns bigint language sql immutable parallel safe return ${BigInt(found.last)}::bigint`,
    )
    return true
  } finally {
    await client.end()
  }
}
