import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { freePort, untilAnswered } from '../chaos/victims.ts'
import { readOptions } from '../country/bench-options.ts'
import { openCountry } from '../country/country-cluster.ts'
import { openOfficeDay } from '../office-day.ts'
import { faultsOf, startLoad, timesOf } from '../steady-load.ts'

export const name = 'soak'

const root = join(import.meta.dirname, '../..')
/** H10: an hour. */
const MINUTES = 60
const REQUESTS_PER_SECOND = 20
/** Two requests of ten turns are a handoff that is read before it is acknowledged. */
const REQUESTS_OF_TURN = 1.1
const PEOPLE = 50
const EPISODES = 10_000
/** How far memory may be from where it settled. */
const MOST_APART = 0.1
const SAMPLE_MS = 5_000

/**
 * H10: twenty requests a second, of fifty people, against the real web process with its pages and the worker beside it. Memory settles in the first
 * third; holds when in the last third web and worker are within a tenth of what they took in the second, and no request failed.
 *
 * @param minutes an hour; SOAK_MINUTES in the environment says otherwise, and the figures say how many it were
 */
export async function run(
  minutes = Number(process.env.SOAK_MINUTES || MINUTES),
): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  const country = await openCountry(EPISODES, readOptions([]), () => undefined)
  const { appUrl, superUrl } = country.cluster
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: 'only-soaked-with-0123456789-abcdefghij',
    NEXTAUTH_URL: origin,
    AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .toString('base64'),
    THROUGHCARE_DEMO: '0',
    NODE_ENV: 'production',
    PORT: String(port),
    LOG_LEVEL: 'error',
    TZ: 'UTC',
  }
  const start = (file: string): ChildProcess =>
    spawn(process.execPath, [join(root, file)], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const web = start('apps/web/server.ts')
  const worker = start('apps/worker/src/main.ts')
  try {
    await untilAnswered(`${origin}/api/health/ready`)
    return await withSuperuser(superUrl, async (owner) => {
      const day = await openOfficeDay(owner, country.places, PEOPLE, () => origin)
      const load = startLoad(REQUESTS_PER_SECOND / REQUESTS_OF_TURN, day.next)
      const loads: number[] = []
      const memory = { web: [] as number[], worker: [] as number[] }
      for (const until = performance.now() + minutes * 60_000; performance.now() < until; await wait(SAMPLE_MS)) {
        memory.web.push(residentOf(web))
        memory.worker.push(residentOf(worker))
        loads.push(loadavg()[0] ?? 0)
      }
      const measured = await load.stop()
      const faults = faultsOf(measured)
      const flat = { web: settledOf(memory.web), worker: settledOf(memory.worker) }
      const isFlat = Object.values(flat).every(({ grown }) => Math.abs(grown) <= MOST_APART)
      const { requests, p50, p95, longest } = timesOf(measured)
      return {
        ok: isFlat && Object.keys(faults).length === 0 && measured.length > minutes * 60 * REQUESTS_PER_SECOND * 0.9,
        figures: {
          minutes,
          requests,
          'requests a second': Math.round((requests / minutes / 60) * 10) / 10,
          'p50 ms': p50,
          'p95 ms': p95,
          'longest ms': longest,
          'web MB in the second third': flat.web.second,
          'web MB in the last third': flat.web.last,
          'worker MB in the second third': flat.worker.second,
          'worker MB in the last third': flat.worker.last,
          'handoffs left to acknowledge': day.left(),
          'load of the machine': Math.round(median(loads) * 10) / 10,
          faults: JSON.stringify(faults),
        },
      }
    })
  } finally {
    await Promise.all([web, worker].map(end))
    country.close()
  }
}

/** What a process holds in memory, in MB; throws when it is gone. */
function residentOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1_024
}

function settledOf(samples: readonly number[]): { second: number; last: number; grown: number } {
  const third = Math.floor(samples.length / 3)
  const second = median(samples.slice(third, 2 * third))
  const last = median(samples.slice(2 * third))
  return { second: Math.round(second), last: Math.round(last), grown: (last - second) / second }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
