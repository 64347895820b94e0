import type { Socket } from 'node:net'
import type pg from 'pg'
import { database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { PLAIN_VALUES, sentValue } from './plain-values.ts'

export type Tx = Prisma.TransactionClient

/** Who opens a transaction: the statement that makes PostgreSQL check it and remember who acts; it answers `now`. */
export type Opening = { name: string; text: string; values: unknown[] }

/** One transaction of a use case: what it works with, and how it ends. */
type Transaction = {
  tx: Tx
  /** Sends a statement. Several that are sent without waiting between them leave together and are done in this order. */
  send: (statement: Prisma.Sql) => Promise<pg.QueryResult>
  /** What was sent and is not waited for before the end. */
  unsettled: Promise<unknown>[]
  /** Ends what Prisma holds of it; nothing is sent by it. */
  close: () => Promise<void>
}

const OPEN = new WeakMap<Tx, Transaction>()

/**
 * Runs `work` in one transaction. Statements written as SQL go straight over its connection; what is asked of a model goes through
 * Prisma, over the same connection and in the same transaction.
 *
 * @param work is told how many rows the statement beside the opening wrote.
 * @throws what `work` throws, and nothing is kept; an error with code P2028 when it takes longer than `timeoutMs`.
 */
export async function inTransaction<T>(
  opening: Opening,
  { timeoutMs, along }: { timeoutMs: number; along?: Prisma.Sql | undefined },
  work: (tx: Tx, now: Date, rows: number) => Promise<T>,
): Promise<T> {
  const client = await database().deeds.connect()
  const over = new AbortController()
  const transaction = transactionOver(client, over.signal)
  const { tx, unsettled, send } = transaction
  OPEN.set(tx, transaction)
  const timer = setTimeout(() => over.abort(new TakesTooLong()), timeoutMs)
  let broken: unknown
  try {
    const [, opened, beside] = await inOneFlush(client, [
      () => client.query('begin'),
      () => client.query(opening),
      ...(along ? [() => send(along)] : []),
    ])
    const now = opened?.rows[0]?.now as Date | undefined
    if (!now) throw new Error('the transaction did not open')
    const done = await Promise.race([work(tx, now, beside?.rowCount ?? 0), whenOver(over.signal)])
    await transaction.close()
    const ended = inThisTurn(client, () => client.query('commit'))
    const failed = await firstFailure([...unsettled, ended])
    if (failed !== undefined) throw failed
    if ((await ended).command !== 'COMMIT') throw new Error('the transaction was given up')
    return done
  } catch (error) {
    over.abort(error)
    broken = error
    // What still runs is not waited for: PostgreSQL gives the transaction up with its connection.
    if (error instanceof TakesTooLong) throw error
    await transaction.close()
    const rolledBack = client.query('rollback').catch(() => undefined)
    broken = (await firstFailure(unsettled)) ?? error
    await rolledBack
    throw broken
  } finally {
    clearTimeout(timer)
    OPEN.delete(tx)
    client.release(isDead(broken))
  }
}

/** Leaves a statement to itself until the transaction ends: see `soon` in as-actor.ts. */
export function leave(tx: Tx, sent: Promise<unknown>): void {
  const open = OPEN.get(tx)
  if (!open) throw new Error('the transaction is over')
  sent.catch(() => undefined)
  open.unsettled.push(sent)
}

/**
 * Statements that leave together, in one write: written one by one, each wakes the server by itself. Later ones fail because an earlier
 * one did, so the first failure is the one that tells why.
 */
export async function inOneFlush(
  client: pg.PoolClient,
  statements: readonly (() => Promise<pg.QueryResult>)[],
): Promise<pg.QueryResult[]> {
  const stream = streamOf(client)
  stream.cork()
  const sent = statements.map((send) => send())
  stream.uncork()
  const failed = await firstFailure(sent)
  if (failed !== undefined) throw failed
  return Promise.all(sent)
}

/** The same for statements of which nobody knows yet whether others follow at once: they leave when this turn of the process is over. */
function inThisTurn<T>(client: pg.PoolClient, send: () => T): T {
  const stream = streamOf(client)
  stream.cork()
  process.nextTick(() => stream.uncork())
  return send()
}

function streamOf(client: pg.PoolClient): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream
}

async function firstFailure(sent: readonly Promise<unknown>[]): Promise<unknown> {
  const settled = await Promise.allSettled(sent)
  return settled.find((one) => one.status === 'rejected')?.reason
}

/** A connection that refused a statement is fine; one whose socket died is not handed out again. */
export function isDead(broken: unknown): boolean {
  if (broken instanceof TakesTooLong) return true
  return broken instanceof Error && ('syscall' in broken || /Connection terminated|not queryable/.test(broken.message))
}

/** Prisma's code for it: the same press may work again. */
class TakesTooLong extends Error {
  readonly code = 'P2028'
  constructor() {
    super('the transaction took too long')
  }
}

function whenOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function transactionOver(client: pg.PoolClient, over: AbortSignal): Transaction {
  const { nameOf } = database()
  const query = (text: string, values: readonly unknown[]) => {
    if (over.aborted) return Promise.reject(over.reason)
    const statement = { name: nameOf(text), text, values: values.map(sentValue), types: PLAIN_VALUES }
    return inThisTurn(client, () => client.query(statement))
  }
  const send = (statement: Prisma.Sql) => query(statement.text, statement.values)
  const models = modelsOver(client, over)
  const own: Partial<Tx> & Record<string, unknown> = {
    $queryRaw: async (...asked: Asked) => (await send(sqlOf(asked))).rows,
    $executeRaw: async (...asked: Asked) => (await send(sqlOf(asked))).rowCount ?? 0,
    $queryRawUnsafe: async (text: string, ...values: unknown[]) => (await query(text, values)).rows,
    $executeRawUnsafe: async (text: string, ...values: unknown[]) => (await query(text, values)).rowCount ?? 0,
  } as never
  const tx = new Proxy(own, {
    get: (target, key) => (typeof key !== 'string' || key === 'then' ? undefined : (target[key] ?? models.of(key))),
  }) as unknown as Tx
  return { tx, send, unsettled: [], close: models.close }
}

type Asked = [Prisma.Sql] | [TemplateStringsArray, ...unknown[]]

function sqlOf([first, ...values]: Asked): Prisma.Sql {
  return first instanceof Prisma.Sql ? first : Prisma.sql(first as TemplateStringsArray, ...(values as never[]))
}

/** Prisma's models over a connection that has begun already, from their first use. */
function modelsOver(client: pg.PoolClient, over: AbortSignal) {
  let inner: Promise<Tx> | null = null
  let end: () => void = () => undefined
  let ended: Promise<unknown> | null = null
  const begin = () =>
    new Promise<Tx>((resolve, reject) => {
      const untilEnd = new Promise<void>((done) => {
        end = done
      })
      ended = database()
        .prismaOver(client, (tx) => {
          resolve(tx)
          return untilEnd
        })
        .catch(reject)
    })
  return {
    of: (model: string) =>
      new Proxy(
        {},
        {
          get: (_, verb) => async (args: unknown) => {
            if (over.aborted) throw over.reason
            inner ??= begin()
            const through = (await inner) as unknown as Record<string, Record<PropertyKey, (args: unknown) => unknown>>
            return through[model]?.[verb]?.(args)
          },
        },
      ),
    close: async () => {
      end()
      await ended
    },
  }
}
