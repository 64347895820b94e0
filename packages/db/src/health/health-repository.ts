import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { database } from '../database.ts'
import { REPOSITORY_ROOT } from '../repository-root.ts'

/** What the database says of itself to whoever asks with DATABASE_URL. */
export type DatabaseState = {
  /** The role owns nothing and row level security binds it. */
  roleIsBound: boolean
  /** Migrations of this version that the database does not have, oldest first. */
  missingMigrations: string[]
}

let known: string[] | undefined

/** The migrations that this version of the product needs, by the names of their folders. */
function neededMigrations(): string[] {
  known ??= readdirSync(join(REPOSITORY_ROOT, 'prisma/migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return known
}

/**
 * Is the database the one we expect, and are we in it as the role that we expect?
 *
 * @throws whatever pg throws while it is away, and SQLSTATE 42883 when its schema was never made
 */
export async function findDatabaseState(): Promise<DatabaseState> {
  const { rows } = await database().reads.query<{ bound: boolean; applied: string[] }>(`
    select not (r.rolsuper or r.rolbypassrls)
        and not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('public', 'app') and pg_has_role(r.oid, c.relowner, 'usage')) as bound,
      array(select app.applied_migrations()) as applied
    from pg_roles r where r.rolname = current_user`)
  const [row] = rows
  const applied = new Set(row?.applied)
  return {
    roleIsBound: row?.bound ?? false,
    missingMigrations: neededMigrations().filter((name) => !applied.has(name)),
  }
}

/** How the audit trail stands: since when entries wait to be sealed, and when it was found altered. Asks under no hat. */
export async function findTrailAlarm(): Promise<{ notSealedSince: Date | null; brokenSince: Date | null }> {
  const { rows } = await database().reads.query<{ notSealedSince: Date | null; brokenSince: Date | null }>(
    'select app.trail_not_sealed_since() as "notSealedSince", app.trail_broken_since() as "brokenSince"',
  )
  return rows[0] ?? { notSealedSince: null, brokenSince: null }
}

/** Since when nobody is told of anything: the worker is away, or cannot keep up. Null: nothing is delayed. Asks under no hat. */
export async function findMessagesDelayed(): Promise<Date | null> {
  const { rows } = await database().reads.query<{ since: Date | null }>('select app.messages_delayed_since() as since')
  return rows[0]?.since ?? null
}
