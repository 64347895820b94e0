import type pg from 'pg'

/** Of every table, by its name: how many rows, and one hash of all their contents whatever their order. */
export type HashedTables = Record<string, { rows: number; hash: string }>

/** @param client as the owner or a superuser: whoever row level security binds sees fewer rows */
export async function hashTables(
  client: pg.Client,
  schemas: readonly string[] = ['public', 'app', 'pgboss'],
): Promise<HashedTables> {
  const { rows: tables } = await client.query<{ name: string; sql: string }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind = 'r' order by 1`,
    [schemas],
  )
  const hashed: HashedTables = {}
  for (const { name, sql } of tables) {
    const { rows } = await client.query<{ rows: number; hash: string }>(
      `select count(*)::int as rows,
         md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from ${sql} t`,
    )
    hashed[name] = rows[0] ?? { rows: 0, hash: '' }
  }
  return hashed
}
