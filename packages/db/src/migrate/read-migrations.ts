import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm'

const SCRIPT_NAME = 'migration.sql'
const LOCKFILE_NAME = 'migration_lock.toml'

/** The migrations of a folder as the engine wants them: `<name>/migration.sql`, in the order of their names. */
export function readMigrations(folder: string): MigrationList {
  const lockfile = join(folder, LOCKFILE_NAME)
  return {
    baseDir: folder,
    lockfile: { path: LOCKFILE_NAME, content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => readMigration(folder, name)),
  }
}

function readMigration(folder: string, name: string): MigrationDirectory {
  const value = readFileSync(join(folder, name, SCRIPT_NAME), 'utf8')
  return { path: name, migrationFile: { path: SCRIPT_NAME, content: { tag: 'ok', value } } }
}

/** The text of one migration of the list, or null when the folder does not have it. */
export function findScript(list: MigrationList, name: string): string | null {
  const content = list.migrationDirectories.find((directory) => directory.path === name)?.migrationFile.content
  return content?.tag === 'ok' ? content.value : null
}

/**
 * Does PostgreSQL run this script as one transaction, so that a failed run has left nothing behind?
 * True unless the script ends a transaction itself or holds a statement that may not be inside one.
 */
export function isOneTransaction(script: string): boolean {
  const withoutComments = script.replace(/--.*$/gm, '')
  return !/^\s*(begin|commit|rollback|start\s+transaction)\s*;|\bconcurrently\b|^\s*vacuum\b/im.test(withoutComments)
}
