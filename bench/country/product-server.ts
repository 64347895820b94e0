import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../chaos/victims.ts'

/** `inspectPort`: where its inspector listens. */
export type Running = { port: number; inspectPort: number; stop: () => Promise<void> }

/** Whatever ends us ends them. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

const ROOT = join(import.meta.dirname, '../..')
const READY_WITHIN_MS = 60_000

/**
 * The web process as `npm start` runs it in real use: production mode, no demo.
 *
 * @param isApiOnly without the pages, which then need not be built
 * @param isInspected with an inspector, for a profile
 */
export async function startProduct(
  appUrl: string,
  { isApiOnly, isInspected = false }: { isApiOnly: boolean; isInspected?: boolean },
  more: Record<string, string> = {},
): Promise<Running> {
  const [port, inspectPort] = [await freePort(), await freePort()]
  const file = isApiOnly ? 'apps/web/src/http/testing/serve-alone.ts' : 'apps/web/server.ts'
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: 'only-measured-with-0123456789-abcdefgh',
    NEXTAUTH_URL: `http://localhost:${port}`,
    THROUGHCARE_DEMO: '0',
    NODE_ENV: 'production',
    PORT: String(port),
    TZ: 'UTC',
    ...more,
  }
  const child = spawn(
    process.execPath,
    [...(isInspected ? [`--inspect=127.0.0.1:${inspectPort}`] : []), join(ROOT, file)],
    { env, stdio: ['ignore', 'ignore', isInspected ? 'ignore' : 'inherit'] },
  )
  children.add(child)
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/api/health/ready`).catch(() => null)
    if (answer?.ok) return { port, inspectPort, stop: () => end(child) }
    if (child.exitCode !== null || Date.now() > until) throw new Error('the web process did not become ready')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The bare server that the product is compared with, past every rule and trigger of the database. */
export async function startFloor(superUrl: string): Promise<Omit<Running, 'inspectPort'>> {
  const url = `${superUrl}&options=${encodeURIComponent('-c session_replication_role=replica')}`
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor-server.ts')], {
    env: { ...process.env, DATABASE_URL: url, PORT: '0', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const [chunk] = (await once(child.stdout as NodeJS.EventEmitter, 'data')) as [Buffer]
  return { port: Number(/port (\d+)/.exec(String(chunk))?.[1]), stop: () => end(child) }
}

export function arePagesBuilt(): boolean {
  return existsSync(join(ROOT, 'apps/web/.next/BUILD_ID'))
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
