import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isLivingPostgres } from '../../packages/db/src/cluster/postmaster.ts'
import type { DurableCluster } from '../durable-cluster.ts'

const root = join(import.meta.dirname, '../..')

/** What is killed with kill -9, and started again by whoever supervises it. */
export type Victim = {
  name: 'web' | 'worker' | 'PostgreSQL'
  /** Kills it, and resolves once it is there again. */
  kill: () => Promise<void>
  end: () => Promise<void>
}

/** A Node process that is started again whenever it ends, until it is told to end. */
export function superviseProcess(
  name: 'web' | 'worker',
  file: string,
  env: NodeJS.ProcessEnv,
  isThere: (child: ChildProcess) => Promise<void>,
): Victim & { start: () => Promise<void> } {
  let child: ChildProcess | null = null
  let isEnding = false
  const log = join(root, `test-results/log/chaos-${name}.log`)
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [join(root, file)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out = createWriteStream(log, { flags: 'a' })
    // Either may end first, and the other has lines left.
    started.stdout?.pipe(out, { end: false })
    started.stderr?.pipe(out, { end: false })
    started.once('close', () => out.end())
    child = started
    started.once('exit', (code) => {
      // As the supervisor of `npm start` does, for one that ends by itself: a worker that found no database.
      if (isEnding || child !== started) return
      appendFileSync(log, `ended by itself: ${code}\n`)
      setTimeout(() => void start(), 300)
    })
    await isThere(started)
  }
  return {
    name,
    start,
    kill: async () => {
      const victim = child
      child = null
      if (victim && victim.exitCode === null) {
        const gone = once(victim, 'exit')
        victim.kill('SIGKILL')
        await gone
      }
      await start()
    },
    end: async () => {
      isEnding = true
      if (child && child.exitCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }
    },
  }
}

/** The postmaster: its children end with it, and what they had not committed never was. */
export function killedPostgres(durable: DurableCluster): Victim {
  return {
    name: 'PostgreSQL',
    kill: async () => {
      const { pid } = durable.cluster()
      process.kill(pid, 'SIGKILL')
      // Until it is gone it would be taken over as one that runs.
      while (isLivingPostgres(pid)) await wait(1)
      await durable.restart()
    },
    end: async () => durable.remove(),
  }
}

/** Resolves once the address answers. */
export async function untilAnswered(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.text().catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
