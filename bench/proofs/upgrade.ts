import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { startCluster } from '../../packages/db/src/cluster/start-cluster.ts'
import { newId } from '../../packages/db/src/uuid.ts'
import { STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { makeClusterFolder } from '../../packages/db/testing/cluster-folder.ts'
import { freePort, untilAnswered } from '../chaos/victims.ts'
import { openSession } from '../session-cookie.ts'
import { type Ask, faultsOf, startLoad, type Turn, timesOf } from '../steady-load.ts'
import { prepareVersionBefore } from '../upgrade/version-before.ts'

export const name = 'upgrade'

const root = join(import.meta.dirname, '../..')
const CASES = 1_500
/** Of the trail there is most in real use: enough rows for a careless migration to be noticed. */
const TRAIL_ENTRIES = 500_000
/** J03: requests a second, and how long one of them may wait. */
const REQUESTS_PER_SECOND = 20
const LONGEST_MS = 2_000
/** Requests of one turn, on average: see turnOf. */
const REQUESTS_OF_TURN = 1.4
const BEFORE_MS = 8_000
const TOGETHER_MS = 20_000

type Owner = Parameters<Parameters<typeof withSuperuser>[1]>[0]
type World = { cases: string[]; harbour: string; nurse: string; worker: string }

/**
 * The version before serves on its own database; under a steady load the migrations of this version are applied, this version starts
 * beside it, and both serve: what one sends, the other acknowledges. Holds when no request failed, none waited two seconds
 * while tables were changed, and the one before is still ready at the end.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  const series =
    readdirSync(join(root, 'prisma/migrations'))
      .filter((each) => /^\d{8}/.test(each))
      .sort()
      .at(-1)
      ?.slice(0, 8) ?? ''
  const before = await prepareVersionBefore(series)
  const folder = makeClusterFolder()
  const cluster = await startCluster({ dataFolder: folder.path })
  const processes: ChildProcess[] = []
  try {
    await migrate(before.root, cluster.ownerUrl)
    const world = await withSuperuser(cluster.superUrl, (owner) => putWorld(owner, before.root))
    const old = await serve(before.root, cluster.appUrl, processes)
    let origins = [old]
    const load = startLoad(
      REQUESTS_PER_SECOND / REQUESTS_OF_TURN,
      turnsIn(world, () => origins),
    )
    await wait(BEFORE_MS)
    const began = load.measured.length
    const from = performance.now()
    const applied = await migrate(root, cluster.ownerUrl)
    const migratedMs = Math.round(performance.now() - from)
    await wait(1_000)
    const ended = load.measured.length
    const fresh = await serve(root, cluster.appUrl, processes)
    origins = [old, fresh]
    await wait(TOGETHER_MS)
    const measured = await load.stop()
    const [ready, freshReady] = await Promise.all([old, fresh].map(isReady))
    const migrating = timesOf(measured.slice(began, ended))
    const together = timesOf(measured.slice(ended))
    const crossed = await withSuperuser(cluster.superUrl, countAcknowledged)
    const faults = faultsOf(measured)
    return {
      ok:
        applied > 0 &&
        Object.keys(faults).length === 0 &&
        migrating.longest < LONGEST_MS &&
        ready === true &&
        freshReady === true &&
        crossed > 0,
      figures: {
        'version before': before.commit.slice(0, 7),
        'migrations applied': applied,
        'ms of migrating': migratedMs,
        'requests while migrating': migrating.requests,
        'longest ms while migrating': migrating.longest,
        'p95 ms before': timesOf(measured.slice(0, began)).p95,
        'p95 ms while migrating': migrating.p95,
        'requests side by side': together.requests,
        'p95 ms side by side': together.p95,
        'longest ms side by side': together.longest,
        'sent by one and acknowledged by the other': crossed,
        'the one before is ready': String(ready),
        faults: JSON.stringify(faults),
      },
    }
  } finally {
    await Promise.all(processes.map(end))
    cluster.stop()
    folder.remove()
    before.remove()
  }
}

/** The migrator of a version, as an upgrade runs it. */
async function migrate(of: string, ownerUrl: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(of, 'packages/db/src/migrate/migrate.ts')], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  })
  return Number(/(\d+) migrations applied/.exec(stdout)?.[1] ?? 0)
}

/** With the cast and the story of the version that the tables are of. */
async function putWorld(owner: Owner, of: string): Promise<World> {
  const { castIn } = (await import(
    join(of, 'packages/db/testing/scene.ts')
  )) as typeof import('../../packages/db/testing/scene.ts')
  const { makeStory } = (await import(
    join(of, 'packages/db/testing/story.ts')
  )) as typeof import('../../packages/db/testing/story.ts')
  const { services, people } = await castIn(owner, null)
  await owner.query(`insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())`, [STORY_STARTS])
  const story = makeStory(owner, services, (who) => people[who].accountId)
  const cases: string[] = []
  for (let at = 0; at < CASES; at += 1)
    cases.push((await story.aCase({ items: [{ area: 'omt', code: 'omt-first-dose' }] })).episodeId)
  const { accountId, serviceId, role } = people.northgateNurse
  await owner.query(
    `insert into audit_entry (id, account_id, service_id, role, action, episode_ids)
     select gen_random_uuid(), $1, $2, $3, 'care-plan.by-episode', array[$4::uuid] from generate_series(1, ${TRAIL_ENTRIES})`,
    [accountId, serviceId, role, cases[0]],
  )
  await owner.query('analyze')
  return {
    cases,
    harbour: services.harbour,
    nurse: await openSession(owner, people.northgateNurse),
    worker: await openSession(owner, people.harbourWorker),
  }
}

async function serve(of: string, appUrl: string, processes: ChildProcess[]): Promise<string> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(of, 'apps/web/src/http/testing/serve-alone.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: appUrl,
      NEXTAUTH_SECRET: 'only-for-upgrades-0123456789-abcdefghi',
      // Both stand behind one proxy: the address that people type is the same.
      NEXTAUTH_URL: 'http://localhost',
      AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
      THROUGHCARE_DEMO: '1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      TZ: 'UTC',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  processes.push(child)
  await untilAnswered(`${origin}/api/health/ready`)
  return origin
}

const isReady = (origin: string) => fetch(`${origin}/api/health/ready`).then(({ ok }) => ok)

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Ten turns are two handed over in three requests each, and eight looks. */
function turnsIn(world: World, origins: () => readonly string[]): () => Turn {
  let turn = 0
  let sent = 0
  return () => {
    turn += 1
    const all = origins()
    const here = all[turn % all.length] as string
    const there = all[(turn + 1) % all.length] as string
    const look =
      (looked: string, cookie: string, path: string, input: object): Turn =>
      (ask) =>
        ask({ name: looked, origin: here, cookie, path, input })
    const episodeId = world.cases[turn % world.cases.length] as string
    switch (turn % 10) {
      case 0:
      case 5: {
        const next = world.cases[sent++]
        return next ? (ask) => handOver(ask, world, next, here, there) : async () => undefined
      }
      case 1:
      case 4:
      case 7:
        return look('inbox', world.worker, 'handoff.inbox', { tab: 'new', page: 1 })
      case 2:
      case 6:
        return look('board', world.nurse, 'release.board', {})
      default:
        return look('case', world.nurse, 'carePlan.byEpisode', { episodeId })
    }
  }
}

/** Sent by way of one server, read and acknowledged by way of the other. */
async function handOver(ask: Ask, world: World, episodeId: string, here: string, there: string): Promise<void> {
  const sent = await ask<{ handoffs: { handoffId: string }[] }>({
    name: 'send',
    origin: here,
    cookie: world.nurse,
    path: 'handoff.send',
    input: {
      requestId: newId(),
      episodeId,
      seenVersion: 0,
      handoffs: [{ area: 'omt', receivingServiceId: world.harbour }],
    },
  })
  const handoffId = sent?.handoffs[0]?.handoffId
  if (!handoffId) return
  const asked = { origin: there, cookie: world.worker }
  const read = await ask<{ version: number }>({ name: 'handoff', ...asked, path: 'handoff.byId', input: { handoffId } })
  if (!read) return
  const input = { requestId: newId(), handoffId, seenVersion: read.version }
  await ask({ name: 'acknowledge', ...asked, path: 'handoff.acknowledge', input })
}

async function countAcknowledged(owner: Owner): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from handoff where status = 'acknowledged'`,
  )
  return rows[0]?.n ?? 0
}
