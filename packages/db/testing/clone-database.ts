import { randomBytes } from 'node:crypto'
import { DATABASE_NAME, type DatabaseUrls, databaseUrls, withSuperuser } from '../src/cluster/prepare-database.ts'
import { socketUrl } from '../src/cluster/socket.ts'
import { type TestClusterAddress, UNLOCKED_ROLE } from './test-cluster.ts'

/** A database of a test's own, migrated and empty. */
export interface TestDatabase extends DatabaseUrls {
  /** The app's rights without row level security: proves that the application alone would refuse as well. */
  unlockedUrl: string
  name: string
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>
}

/** Copies the run's migrated template; any number may be made at once. */
export async function cloneDatabase({ socketFolder, passwords }: TestClusterAddress): Promise<TestDatabase> {
  const { superUrl } = databaseUrls(socketFolder, passwords, 'postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withSuperuser(superUrl, async (client) => {
    await client.query(`create database ${name} template ${DATABASE_NAME} owner throughcare_owner`)
    // A copy takes over the tables' rights but not the database's own: as in prisma/roles.sql.
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to throughcare_app`)
  })
  return {
    ...databaseUrls(socketFolder, passwords, name),
    unlockedUrl: socketUrl({ folder: socketFolder, user: UNLOCKED_ROLE, password: passwords.app, database: name }),
    name,
    drop: () =>
      withSuperuser(superUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}
