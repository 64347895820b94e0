import { inject } from 'vitest'
import { closeDatabase } from '../src/database.ts'
import { cloneDatabase, type TestDatabase } from './clone-database.ts'

/**
 * A migrated, empty database for one test file, and DATABASE_URL of this process pointing at it as the app role.
 *
 *   const fresh = await freshDatabase()      // in beforeAll
 *   await fresh.drop()                       // in afterAll: closes our own pools first
 *
 * Needs testing/test-cluster.ts as globalSetup of the package's vitest.config.ts.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const clone = await cloneDatabase(inject('testCluster'))
  process.env.DATABASE_URL = clone.appUrl
  return {
    ...clone,
    drop: async () => {
      await closeDatabase()
      await clone.drop()
    },
  }
}
