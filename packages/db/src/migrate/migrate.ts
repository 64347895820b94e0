/**
 * Applies prisma/migrations to the database at DATABASE_OWNER_URL and prints what it applied.
 *
 *   DATABASE_OWNER_URL=postgresql://… node packages/db/src/migrate/migrate.ts
 */
import { join } from 'node:path'
import { REPOSITORY_ROOT } from '../repository-root.ts'
import { REFUSED_EXIT_CODE, StartRefused } from '../start-refused.ts'
import { applyMigrations } from './apply-migrations.ts'
import { continueTrail } from './continue-trail.ts'

try {
  const ownerUrl = process.env.DATABASE_OWNER_URL
  if (!ownerUrl) {
    throw new StartRefused('Set DATABASE_OWNER_URL to the database as its owner role: migrations change tables.')
  }
  const applied = await applyMigrations(ownerUrl, join(REPOSITORY_ROOT, 'prisma/migrations'))
  if (await continueTrail(ownerUrl)) console.log('The audit trail goes on behind the restored entries.')
  for (const name of applied) console.log(`applied ${name}`)
  console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`)
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = REFUSED_EXIT_CODE
}
