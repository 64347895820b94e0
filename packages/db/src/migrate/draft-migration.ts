/**
 * Prints the SQL that turns one Prisma schema into another: the first draft of a migration, to be read and completed by
 * hand (policies, grants, checks and comments are SQL that Prisma does not know).
 *
 *   node packages/db/src/migrate/draft-migration.ts               everything, from an empty database
 *   node packages/db/src/migrate/draft-migration.ts --since HEAD  what the working tree changed since that commit
 */
import { parseArgs } from 'node:util'
import { noDatabaseAdapterFactory } from './no-database-adapter.ts'
import { readSchema, readSchemaAt, type SchemaFile } from './read-schema.ts'
import { openSchemaEngine } from './schema-engine.ts'

const { values } = parseArgs({ options: { since: { type: 'string' } } })
const from = values.since === undefined ? [] : readSchemaAt(values.since)
process.stdout.write(await diffScript(from, readSchema()))

async function diffScript(before: SchemaFile[], after: SchemaFile[]): Promise<string> {
  const engine = await openSchemaEngine(noDatabaseAdapterFactory)
  const { stdout } = await engine.diff({
    from: before.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: before },
    to: { tag: 'schemaDatamodel', files: after },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}
