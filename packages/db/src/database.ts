import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { areStatementsNamed, forgetNames, nameStatements } from './statement-names.ts'

/** One connection pool for Prisma and one for the hot reads, per process; and one of the copy that figures are read from, if there is one. */
export type Database = { prisma: PrismaClient; reads: pg.Pool; copy: pg.Pool | null; close: () => Promise<void> }

const IDLE_CONNECTION_MS = 600_000
/** Nobody waits longer for the copy: the same figures stand in the database. */
const COPY_ANSWERS_MS = 1_000

function openDatabase(url: string): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: 10, idleTimeoutMillis: IDLE_CONNECTION_MS },
      areStatementsNamed() ? { statementNameGenerator: nameStatements() } : {},
    ),
    transactionOptions: { maxWait: 5_000, timeout: 20_000 },
  })
  const reads = openPool(url, { max: 10, connectionTimeoutMillis: 5_000 })
  const copyUrl = process.env.DATABASE_REPORTS_URL
  const copy = copyUrl ? openPool(copyUrl, { max: 5, connectionTimeoutMillis: COPY_ANSWERS_MS }) : null
  return {
    prisma,
    reads,
    copy,
    close: async () => {
      await Promise.all([prisma.$disconnect(), reads.end(), copy?.end()])
    },
  }
}

/** Statements of one flush leave together; see as-actor.ts. */
function openPool(url: string, more: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    pipeline: true,
    ...more,
  } as pg.PoolConfig)
  // A connection that PostgreSQL drops while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // And while it is used: whoever reads over it is told by the statement, which fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  if (!areStatementsNamed()) pool.on('connect', forgetNames)
  return pool
}

// Next bundles its own copy of this file beside the server's: both must find the same pools.
const PLACE = Symbol.for('throughcare.database')
type Holder = { [PLACE]?: Database }

/**
 * The database of this process, opened on first use with DATABASE_URL (the app role).
 *
 * @throws Error when DATABASE_URL is not set.
 */
export function database(): Database {
  const holder = globalThis as Holder
  if (!holder[PLACE]) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set')
    holder[PLACE] = openDatabase(url)
  }
  return holder[PLACE]
}

/** Closes the pools, at the end of the process or of a test file. */
export async function closeDatabase(): Promise<void> {
  const holder = globalThis as Holder
  const open = holder[PLACE]
  delete holder[PLACE]
  await open?.close()
}
