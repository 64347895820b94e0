import { close } from '@throughcare/api/health/close'
import { log } from '@throughcare/api/log'
import type { Serving } from './serve.ts'

/** Requests under way may finish for so long after SIGTERM. */
export const GRACE_MS = 3_000
/** Connections to the database may be given back for so long after that: one may still wait for an answer nobody reads. */
export const CLOSE_MS = 700

/**
 * Ends the process on SIGTERM or Ctrl-C, whatever hangs: within {@link GRACE_MS} + {@link CLOSE_MS}, which is less than
 * start/run.mjs waits before it kills.
 */
export function stopOnSignal(serving: Serving): void {
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, async () => {
      if (asked) return
      asked = true
      log.info({ signal }, 'web stops')
      await serving.stop(GRACE_MS)
      await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, CLOSE_MS))])
      process.exit(0)
    })
}
