import { isDatabaseAway, sqlStateOf } from '@throughcare/db/database-error'
import { findDatabaseState, findMessagesDelayed, findTrailAlarm } from '@throughcare/db/health/health-repository'

/** Why this process cannot serve anybody just now. */
export type NotReady =
  /** The database does not answer, or does not let us in. */
  | 'database-away'
  /** It answers, but lacks migrations of this version. */
  | 'migration-missing'
  /** DATABASE_URL names a role that row level security does not bind. */
  | 'role-wrong'

/**
 * `messagesDelayedSince`: the worker is away or cannot keep up. `trail`: the audit trail is not sealed, or was altered. People are
 * served all the same.
 */
export type Readiness =
  | {
      ready: true
      messagesDelayedSince: Date | null
      trail: { notSealedSince: Date | null; brokenSince: Date | null }
    }
  | { ready: false; reason: NotReady; missing?: string[] }

/** Can this process serve people now? Never throws: what cannot be found out is "no". */
export async function readiness(): Promise<Readiness> {
  try {
    const { roleIsBound, missingMigrations } = await findDatabaseState()
    if (!roleIsBound) return { ready: false, reason: 'role-wrong' }
    if (missingMigrations.length > 0) return { ready: false, reason: 'migration-missing', missing: missingMigrations }
    return { ready: true, messagesDelayedSince: await findMessagesDelayed(), trail: await findTrailAlarm() }
  } catch (error) {
    const state = sqlStateOf(error)
    // The schema or the function is not there: a database that was never migrated. 42501: we are not let into it.
    const neverMigrated = state === '42883' || state === '3F000' || state === '42501'
    return { ready: false, reason: neverMigrated && !isDatabaseAway(error) ? 'migration-missing' : 'database-away' }
  }
}
