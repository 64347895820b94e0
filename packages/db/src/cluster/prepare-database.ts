import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { REPOSITORY_ROOT } from '../repository-root.ts'
import type { ClusterRecord } from './cluster-record.ts'
import { socketUrl } from './socket.ts'

export const SUPERUSER = 'postgres'
export const DATABASE_NAME = 'throughcare'
/** The database that every cluster is born with: a place to stand while ours is made. */
const FIRST_DATABASE = 'postgres'

/** The three ways into one database of our own cluster. */
export interface DatabaseUrls {
  /** What web and worker use: owns nothing, sees what row level security lets it see. */
  appUrl: string
  /** For migrations. */
  ownerUrl: string
  /** Past every rule. For making databases and for tests; nothing that serves people ever gets it. */
  superUrl: string
}

/** The connection strings of one database of a cluster. */
export function databaseUrls(
  socketFolder: string,
  passwords: ClusterRecord['passwords'],
  database: string,
): DatabaseUrls {
  const url = (user: string, password: string) => socketUrl({ folder: socketFolder, user, password, database })
  return {
    appUrl: url('throughcare_app', passwords.app),
    ownerUrl: url('throughcare_owner', passwords.owner),
    superUrl: url(SUPERUSER, passwords.superuser),
  }
}

/** Any number will do as long as every program of ours takes the same. */
const PREPARE_LOCK = 7_246_840_500n

/**
 * Makes the database and its roles where they are missing, and sets the roles' passwords. Running it again changes nothing;
 * of two programs that do so at once, one waits for the other.
 */
export async function prepareDatabase(
  socketFolder: string,
  passwords: ClusterRecord['passwords'],
): Promise<DatabaseUrls> {
  const first = databaseUrls(socketFolder, passwords, FIRST_DATABASE)
  const urls = databaseUrls(socketFolder, passwords, DATABASE_NAME)
  await withSuperuser(first.superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME} template template0`)
    await withSuperuser(urls.superUrl, async (inside) => {
      await applyRoles(inside)
      await inside.query(`alter role throughcare_owner password ${inside.escapeLiteral(passwords.owner)}`)
      await inside.query(`alter role throughcare_app password ${inside.escapeLiteral(passwords.app)}`)
    })
  })
  return urls
}

/** prisma/roles.sql, the same file that a site with its own PostgreSQL runs; it acts on the client's database. */
export async function applyRoles(client: pg.Client): Promise<void> {
  await client.query(readFileSync(join(REPOSITORY_ROOT, 'prisma/roles.sql'), 'utf8'))
}

/** One connection as the superuser, closed again whatever happens. */
export async function withSuperuser<Result>(
  superUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
