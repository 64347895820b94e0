import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { getBrowser } from '../../.ci/find-browser.mjs'
import { readAsActor } from '../../packages/db/src/as-actor.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { closeDatabase } from '../../packages/db/src/database.ts'
import { cloneDatabase } from '../../packages/db/testing/clone-database.ts'
import { startPgBouncer } from '../../packages/db/testing/pgbouncer.ts'
import { castIn } from '../../packages/db/testing/scene.ts'
import { startTestCluster } from '../../packages/db/testing/test-cluster.ts'

export const name = 'pgbouncer'

const root = join(import.meta.dirname, '../..')
const LOGS = join(root, 'test-results/log')

/** Sign in, release list, case, hand over, inbox, acknowledge, a live event, what the worker does by itself. */
const JOURNEYS = ['sign-in', 'planned-release', 'send-handoffs', 'follow-live', 'be-told', 'work-list']
/** As startPgBouncer starts it. */
const POOL = 8

/** Reads at once, many more than the pooler has connections. */
const TOGETHER = 64
const ROUNDS = 50

/**
 * Debian's PgBouncer in transaction mode before the database, by settings alone: nobody reads with another's hat when few
 * connections serve many, and the core journeys go through it in a browser. Holds when all pass and the pooler carried them.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  const shared = await readTogether()
  const journeys = await walk()
  const carried = JSON.parse(readFileSync(join(LOGS, 'journeys-pooler.json'), 'utf8')) as {
    transactions: number
    servers: number
  }
  return {
    ok:
      shared.strange === 0 &&
      shared.servers <= POOL &&
      journeys.failed === 0 &&
      journeys.passed >= JOURNEYS.length &&
      carried.transactions > 1_000 &&
      carried.servers <= POOL,
    figures: {
      ...shared,
      'journeys passed': journeys.passed,
      'journeys failed': journeys.failed,
      'transactions of the journeys': carried.transactions,
      'connections to PostgreSQL': carried.servers,
    },
  }
}

/** Two hats ask at once, over and over, on a handful of connections: each must be answered as itself. */
async function readTogether(): Promise<{ pgbouncer: string; reads: number; strange: number; servers: number }> {
  const cluster = await startTestCluster()
  const fresh = await cloneDatabase(cluster.address)
  const pooler = await startPgBouncer(cluster.address, POOL)
  process.env.DATABASE_URL = pooler.through(fresh.appUrl)
  process.env.DATABASE_NAMED_STATEMENTS = '0'
  try {
    const { people } = await withSuperuser(fresh.ownerUrl, (owner) => castIn(owner, null))
    const hats = [people.northgateNurse, people.harbourWorker]
    let strange = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = Array.from({ length: TOGETHER }, (_, at) => hats[at % 2] as (typeof hats)[number])
      const answers = await Promise.all(
        asked.map((hat) =>
          readAsActor<{ service: string }>(
            hat,
            { name: 'whose', text: 'select app.service_id()::text as service', values: [] },
            { action: 'care-plan.by-episode', touched: () => ({ episodeIds: [], personIds: [] }) },
          ),
        ),
      )
      strange += answers.filter(({ rows }, at) => rows[0]?.service !== asked[at]?.serviceId).length
    }
    const { servers } = await pooler.counted(fresh.name)
    return { pgbouncer: pooler.version, reads: ROUNDS * TOGETHER, strange, servers }
  } finally {
    await closeDatabase()
    delete process.env.DATABASE_NAMED_STATEMENTS
    await pooler.stop()
    cluster.stop()
  }
}

async function walk(): Promise<{ passed: number; failed: number }> {
  rmSync(join(LOGS, 'journeys-pooler.json'), { force: true })
  const log = createWriteStream(join(LOGS, 'pgbouncer-journeys.log'))
  const args = [join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'test', ...JOURNEYS, '--reporter=list']
  const child = spawn(process.execPath, args, {
    cwd: join(root, 'e2e'),
    env: { ...process.env, CHROMIUM_PATH: await getBrowser(root, LOGS), JOURNEYS_POOLER: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      log.write(chunk)
    })
  await once(child, 'exit')
  const count = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(said)?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed') + count('did not run') }
}
