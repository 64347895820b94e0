import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { areStatementsNamed, forgetNames, nameStatements } from './statement-names.ts'

/**
 * The connections of a process: one pool for the transactions of use cases, one for the hot reads, and one of the copy that figures
 * are read from, if there is one.
 */
export type Database = {
  deeds: pg.Pool
  reads: pg.Pool
  copy: pg.Pool | null
  /** Prisma's models in the transaction that a connection has begun, until `work` is over. */
  prismaOver: (client: pg.PoolClient, work: (tx: Prisma.TransactionClient) => Promise<void>) => Promise<void>
  /** The name under which a statement is prepared. */
  nameOf: (text: string) => string
  close: () => Promise<void>
}

const IDLE_CONNECTION_MS = 600_000
const LONGEST_MS = 86_400_000
/** Nobody waits longer for the copy: the same figures stand in the database. */
const COPY_ANSWERS_MS = 1_000

function openDatabase(url: string): Database {
  const deeds = openPool(url, { max: 10, connectionTimeoutMillis: 5_000 })
  const reads = openPool(url, { max: 10, connectionTimeoutMillis: 5_000 })
  const copyUrl = process.env.DATABASE_REPORTS_URL
  const copy = copyUrl ? openPool(copyUrl, { max: 5, connectionTimeoutMillis: COPY_ANSWERS_MS }) : null
  const nameOf = areStatementsNamed() ? nameStatements() : () => ''
  const begun = new AsyncLocalStorage<pg.PoolClient>()
  const prisma = new PrismaClient({
    adapter: adapterOver(deeds, begun, nameOf),
    // asActor says how long a transaction may take.
    transactionOptions: { maxWait: 5_000, timeout: LONGEST_MS },
  })
  return {
    deeds,
    reads,
    copy,
    nameOf,
    prismaOver: (client, work) => begun.run(client, () => prisma.$transaction(work)),
    close: async () => {
      await prisma.$disconnect()
      await Promise.all([deeds.end(), reads.end(), copy?.end()])
    },
  }
}

/** Begins and ends nothing: asActor does. */
const NOTHING_OF_ITS_OWN = {
  options: { usePhantomQuery: true },
  commit: async () => undefined,
  rollback: async () => undefined,
}

/** Prisma over the connection on which the transaction has begun. Without one it asks nothing at all. */
function adapterOver(
  pool: pg.Pool,
  begun: AsyncLocalStorage<pg.PoolClient>,
  nameOf: (text: string) => string,
): PrismaPg {
  const factory = new PrismaPg(pool, areStatementsNamed() ? { statementNameGenerator: ({ sql }) => nameOf(sql) } : {})
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.startTransaction = async () => {
      const client = begun.getStore()
      if (!client) throw new Error('a transaction is opened by asActor alone')
      return Object.assign(Object.create(adapter), NOTHING_OF_ITS_OWN, { client })
    }
    return adapter
  }
  return factory
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
