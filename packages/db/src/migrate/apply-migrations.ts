import type { DiagnoseMigrationHistoryOutput, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { StartRefused } from '../start-refused.ts'
import { findScript, isOneTransaction, readMigrations } from './read-migrations.ts'
import { openSchemaEngine } from './schema-engine.ts'
import { WholeScriptAdapterFactory } from './whole-script-adapter.ts'

/** Any number will do as long as nobody else uses it; it differs from the one that Prisma takes for itself. */
const MIGRATION_LOCK = 7_246_840_501n
const LOCK_WAIT_SECONDS = 120
const NO_FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Brings a database up to the migrations of a folder, in order, each exactly once, and keeps `_prisma_migrations` as
 * `prisma migrate deploy` does, so that either may be used on the same database.
 *
 * Several programs may call it at once: one works, the others wait and then find nothing to do.
 *
 * @param ownerUrl the database as its owner role; the app role may not change tables
 * @param folder usually `prisma/migrations`
 * @returns the names of the migrations that this call applied, oldest first
 * @throws StartRefused when the history and the folder disagree (an applied migration was edited, or is not in the
 *   folder), when a migration fails, or when another program keeps the lock for two minutes
 */
export async function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  const adapterFactory = new WholeScriptAdapterFactory(ownerUrl)
  return whileLocked(ownerUrl, async () => {
    const engine = await openSchemaEngine(adapterFactory)
    try {
      await settleHistory(engine, migrations)
      const applied = await engine.applyMigrations({ migrationsList: migrations, filters: NO_FILTERS })
      return applied.appliedMigrationNames
    } catch (error) {
      const said = adapterFactory.lastScriptError
      if (said === undefined) throw error
      const name = (await diagnose(engine, migrations)).failedMigrationNames.at(-1) ?? ''
      const line = (findScript(migrations, name) ?? '').slice(0, Number(said.position ?? 0)).split('\n').length
      throw new StartRefused(
        `The migration ${name} failed at line ${line} and was undone: ${said.message} (${said.code}).`,
        { cause: error },
      )
    } finally {
      engine.free()
      await adapterFactory.disconnect()
    }
  })
}

/** What {@link applyMigrations} would do, without doing it: empty when the database is up to date. */
export async function findPendingMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const adapterFactory = new WholeScriptAdapterFactory(ownerUrl)
  const engine = await openSchemaEngine(adapterFactory)
  try {
    const { history, failedMigrationNames } = await diagnose(engine, readMigrations(folder))
    const unapplied = history !== null && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : []
    return [...failedMigrationNames, ...unapplied]
  } finally {
    engine.free()
    await adapterFactory.disconnect()
  }
}

function diagnose(engine: SchemaEngine, migrationsList: MigrationList): Promise<DiagnoseMigrationHistoryOutput> {
  return engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS })
}

/** Clears away a run that was cut off and has left nothing behind, then refuses a history that cannot be continued. */
async function settleHistory(engine: SchemaEngine, migrations: MigrationList): Promise<void> {
  for (const migrationName of (await diagnose(engine, migrations)).failedMigrationNames) {
    if (!isOneTransaction(findScript(migrations, migrationName) ?? '')) {
      throw new StartRefused(
        `The migration ${migrationName} stopped half way: finish or undo it by hand, then mark it with "prisma migrate resolve".`,
      )
    }
    await engine.markMigrationRolledBack({ migrationName })
  }
  // Asked again: a failed migration whose file was then corrected counts as edited until it is marked as rolled back.
  const { editedMigrationNames, history } = await diagnose(engine, migrations)
  if (editedMigrationNames.length > 0) {
    throw new StartRefused(
      `The migration ${editedMigrationNames.join(', ')} was edited after this database had applied it: put the file back as it was and add a new migration instead.`,
    )
  }
  if (history !== null && 'unpersistedMigrationNames' in history) {
    throw new StartRefused(
      `This database has applied ${history.unpersistedMigrationNames.join(', ')}, which this version does not have: start the newer version that made it, or restore a backup from before.`,
    )
  }
}

async function whileLocked<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`set lock_timeout = '${LOCK_WAIT_SECONDS}s'`)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '55P03') {
        throw new StartRefused('Another program is migrating this database and does not finish: stop it and try again.')
      }
      throw error
    })
    return await work()
  } finally {
    // Ending the session gives the lock back, also when the work has broken the connection.
    await client.end()
  }
}
