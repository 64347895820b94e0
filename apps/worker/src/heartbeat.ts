import { randomUUID } from 'node:crypto'
import { beat } from '@throughcare/api/job/beat'
import type { Logger } from 'pino'

/** Well below the minute after which a worker counts as away: three signs may get lost. */
const BEAT_MS = 15_000

/** Gives a sign of life now and every fifteen seconds. One that does not get through is only logged: the next one tells. */
export function startHeartbeat(log: Logger): { stop: () => void } {
  const workerId = randomUUID()
  const give = () => beat(workerId).catch((error: Error) => log.warn({ kind: error.name }, 'no sign of life was given'))
  void give()
  const timer = setInterval(give, BEAT_MS)
  return { stop: () => clearInterval(timer) }
}
