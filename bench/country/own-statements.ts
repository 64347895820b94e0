import { createHash } from 'node:crypto'
import pg from 'pg'
import { appRouter } from '../../packages/api/src/root.ts'
import { createCallerFactory } from '../../packages/api/src/trpc.ts'
import { findSession } from '../../packages/db/src/access/session-repository.ts'
import { FLOORS } from './floor-queries.ts'
import type { Ground, Job, ProductCall } from './job.ts'
import { type Load, summed } from './load.ts'

type Statement = { text: string; values: unknown[] }

/**
 * What the same statements cost in PostgreSQL itself: those that the product sends for one call, taken down as it sends them, one
 * after the other over one connection, prepared, with the policies of the app role in force. What opens the transaction is not
 * counted. A write cannot be sent twice: for it the floor's one statement stands in.
 */
export async function measureStatements(ground: Ground, job: Job, seconds: number): Promise<Load | null> {
  const { input } = await job.prepare(ground)
  if (input) return replay(await takeDown(input), input, seconds)
  return Object.hasOwn(FLOORS, job.name) ? null : null
}

type Sent = { query: (...args: unknown[]) => unknown }

/** The statements of one call, made in this process through the API itself. */
async function takeDown(call: ProductCall): Promise<Statement[]> {
  const sidHash = createHash('sha256').update(call.session.sid).digest()
  const signedIn = await findSession(sidHash)
  const caller = createCallerFactory(appRouter)({ traceId: 'bench', signedIn }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const [noun = '', verb = ''] = call.path.split('.')
  const ask = () => caller[noun]?.[verb]?.(call.input)
  // Once before: the first call of a process also opens connections.
  await ask()
  const sent: Statement[] = []
  const door = pg.Client.prototype as unknown as Sent
  const { query } = door
  door.query = function (this: unknown, ...args: unknown[]) {
    const [config, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    if (typeof config === 'string') sent.push({ text: config, values: values ?? [] })
    else if (typeof config?.text === 'string') sent.push({ text: config.text, values: config.values ?? values ?? [] })
    return query.apply(this, args)
  }
  try {
    await ask()
  } finally {
    door.query = query
  }
  return sent
}

const FRAME = /^\s*(begin|commit|rollback|set |select app\.open_session)/i
const CALLS_IN_ONE = 50
/** PostgreSQL plans a prepared statement anew the first five times. */
const CALLS_BEFORE = 8

async function replay(sent: readonly Statement[], { session }: ProductCall, seconds: number): Promise<Load> {
  const counted = sent.filter(({ text }) => !FRAME.test(text))
  if (counted.length === 0) throw new Error('no statement was taken down')
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  const open = async () => {
    await client.query('begin')
    await client.query('select app.open_session($1, (select s.membership_id from app.read_session($1) s))', [
      createHash('sha256').update(session.sid).digest(),
    ])
  }
  const once = async () => {
    for (const [at, { text, values }] of counted.entries()) await client.query({ name: `s${at}`, text, values })
  }
  await open()
  for (let call = 0; call < CALLS_BEFORE; call += 1) await once()
  const times: number[] = []
  const began = performance.now()
  const until = began + seconds * 1_000
  while (performance.now() < until) {
    if (times.length % CALLS_IN_ONE === CALLS_IN_ONE - 1) {
      await client.query('commit')
      await open()
    }
    const before = performance.now()
    await once()
    times.push(performance.now() - before)
  }
  await client.query('commit')
  await client.end()
  return summed(times, [], (performance.now() - began) / 1_000, 0)
}
