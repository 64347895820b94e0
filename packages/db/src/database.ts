import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'
import { areStatementsNamed, forgetNames, nameStatements } from './statement-names.ts'

/** One connection pool for Prisma and one for the hot reads, per process. */
export type Database = { prisma: PrismaClient; reads: pg.Pool; close: () => Promise<void> }

const IDLE_CONNECTION_MS = 600_000
function openDatabase(url: string): Database {
  const isNamed = areStatementsNamed()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: 10, idleTimeoutMillis: IDLE_CONNECTION_MS },
      isNamed ? { statementNameGenerator: nameStatements() } : {},
    ),
    transactionOptions: { maxWait: 5_000, timeout: 20_000 },
  })
  const reads = new pg.Pool({
    connectionString: url,
    max: 10,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  } as pg.PoolConfig)
  // A connection that PostgreSQL drops while idle is replaced at its next use; without a listener it would end the process.
  reads.on('error', () => undefined)
  if (!isNamed) reads.on('connect', forgetNames)
  return {
    prisma,
    reads,
    close: async () => {
      await Promise.all([prisma.$disconnect(), reads.end()])
    },
  }
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
