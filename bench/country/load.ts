import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Answer, Wire } from './wire.ts'

/** The next request: made when it is sent, because a write may be pressed once only. Null: there is nothing left to press. */
export type Ask = () => { bytes: Buffer; done?: (answer: Answer) => void } | null

/** What a stretch of load showed. Milliseconds; null where nothing was answered. */
export type Load = {
  requests: number
  failed: number
  /** What the first of them was answered. */
  failure: string | null
  perSecond: number
  p50: number | null
  p95: number | null
  p99: number | null
  /** Open loop only: due and not answered when the time was up. */
  unanswered: number
}

const DRAIN_MS = 1_500

/** Each connection asks again as soon as it is answered. */
export async function closedLoop(port: number, connections: number, seconds: number, ask: Ask): Promise<Load> {
  const wires = await openWires(port, connections)
  const times: number[] = []
  const failures: string[] = []
  const began = performance.now()
  const until = began + seconds * 1_000
  await Promise.all(
    wires.map(async (wire) => {
      while (performance.now() < until) {
        const asked = ask()
        if (!asked) break
        const { bytes, done } = asked
        const before = performance.now()
        const answer = await wire.ask(bytes)
        times.push(performance.now() - before)
        if (answer.status !== 200) failures.push(`${answer.status} ${answer.text.slice(0, 300)}`)
        done?.(answer)
      }
    }),
  )
  const took = (performance.now() - began) / 1_000
  for (const wire of wires) wire.close()
  return summed(times, failures, took, 0)
}

/**
 * Requests fall due at a fixed rate, whatever became of those before: what waits for a free connection waits on the clock. A time
 * is from when the request was due to when its answer was there.
 */
export async function openLoop(
  port: number,
  connections: number,
  perSecond: number,
  seconds: number,
  ask: Ask,
): Promise<Load> {
  const wires = await openWires(port, connections)
  const free = [...wires]
  const waiting: number[] = []
  const times: number[] = []
  const failures: string[] = []
  let due = 0
  let isOver = false
  const finished = Promise.withResolvers<void>()
  const clock = () => performance.timeOrigin + performance.now()
  const next = (wire: Wire): void => {
    const at = waiting.shift()
    if (at === undefined) {
      free.push(wire)
      if (isOver && free.length === wires.length) finished.resolve()
      return
    }
    const asked = ask()
    if (!asked) {
      finished.resolve()
      return
    }
    const { bytes, done } = asked
    wire.ask(bytes).then(
      (answer) => {
        times.push(clock() - at)
        if (answer.status !== 200) failures.push(`${answer.status} ${answer.text.slice(0, 300)}`)
        done?.(answer)
        next(wire)
      },
      () => finished.resolve(),
    )
  }
  const began = performance.now()
  const ticker = new Worker(join(import.meta.dirname, 'ticker.ts'), { workerData: { perSecond, seconds } })
  ticker.on('message', (at: number | null) => {
    if (at === null) {
      isOver = true
      if (free.length === wires.length) finished.resolve()
      setTimeout(finished.resolve, DRAIN_MS).unref()
      return
    }
    due += 1
    waiting.push(at)
    const wire = free.pop()
    if (wire) next(wire)
  })
  await finished.promise
  await ticker.terminate()
  const took = (performance.now() - began) / 1_000
  for (const wire of wires) wire.close()
  return summed(times, failures, took, due - times.length)
}

function openWires(port: number, count: number): Promise<Wire[]> {
  return Promise.all(Array.from({ length: count }, () => Wire.open(port)))
}

export function summed(times: number[], failures: readonly string[], seconds: number, unanswered: number): Load {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => {
    const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    return found === undefined ? null : Math.round(found * 1000) / 1000
  }
  return {
    requests: times.length,
    failed: failures.length,
    failure: failures[0] ?? null,
    perSecond: Math.round((times.length / seconds) * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    unanswered,
  }
}
