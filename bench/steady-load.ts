import { setTimeout as wait } from 'node:timers/promises'

/** One request, when it was sent (ms after the load began) and how long it took; `fault` says what came instead of the answer. */
export type Measured = { name: string; at: number; ms: number; fault: string | null }

export type Request = {
  name: string
  origin: string
  cookie: string
  path: string
  /** Of a call of the API; a page has none. */
  input?: object
}

/** Asks as a browser does, and keeps how long it took. Null when it was not answered well. */
export type Ask = <T>(request: Request) => Promise<T | null>

/** Something that somebody does: one request, or several of which each needs the one before. */
export type Turn = (ask: Ask) => Promise<unknown>

/** Of a case: the same fault of two cases is one. */
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** No answer within this time is a fault. */
const ANSWER_MS = 30_000

export type Load = {
  measured: readonly Measured[]
  /** How many turns wait for an answer now. */
  underWay: () => number
  /** Ends it once everything has been answered. */
  stop: () => Promise<readonly Measured[]>
}

/**
 * Begins a turn at a steady pace, whether or not the ones before have been answered: somebody who comes through the door does not wait
 * until the server has time.
 */
export function startLoad(turnsPerSecond: number, next: () => Turn): Load {
  const began = performance.now()
  const measured: Measured[] = []
  const running = new Set<Promise<unknown>>()
  const ask: Ask = async ({ name, ...request }) => {
    const from = performance.now()
    const { answer, fault } = await send(request).catch((error: unknown) => ({
      answer: null,
      fault: error instanceof Error ? `${error.name} ${String(error.cause ?? '')}`.trim() : 'unknown',
    }))
    measured.push({ name, at: from - began, ms: performance.now() - from, fault })
    return answer as never
  }
  let isOver = false
  let started = 0
  const pacing = (async () => {
    while (!isOver) {
      const due = ((performance.now() - began) / 1_000) * turnsPerSecond
      for (; started < due; started += 1) {
        const turn = next()(ask)
        running.add(turn)
        void turn.finally(() => running.delete(turn))
      }
      await wait(5)
    }
  })()
  return {
    measured,
    underWay: () => running.size,
    stop: async () => {
      isOver = true
      await pacing
      await Promise.all(running)
      return measured
    },
  }
}

async function send({
  origin,
  cookie,
  path,
  input,
}: Omit<Request, 'name'>): Promise<{ answer: unknown; fault: string | null }> {
  const signal = AbortSignal.timeout(ANSWER_MS)
  if (input === undefined) {
    const page = await fetch(`${origin}${path}`, { headers: { cookie }, signal, redirect: 'manual' })
    const text = await page.text()
    return { answer: text, fault: page.status === 200 ? null : `${path.replace(ID, '…')}: ${page.status}` }
  }
  const answer = await fetch(`${origin}/api/trpc/${path}`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json', 'x-throughcare': '1' },
    body: JSON.stringify({ json: input }),
    signal,
  })
  const body = (await answer.json()) as {
    result?: { data: { json: unknown } }
    error?: { json: { data: { code: string } } }
  }
  if (answer.ok && body.result) return { answer: body.result.data.json, fault: null }
  return { answer: null, fault: `${path}: ${answer.status} ${body.error?.json.data.code ?? ''}` }
}

/** Of the requests that were answered well: how long half of them and 95 in 100 took at most, and the longest, in ms. */
export function timesOf(measured: readonly Measured[]): {
  requests: number
  p50: number
  p95: number
  longest: number
} {
  const times = measured.filter(({ fault }) => fault === null).map(({ ms }) => ms)
  times.sort((one, other) => one - other)
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10
  return { requests: times.length, p50: at(0.5), p95: at(0.95), longest: at(1) }
}

/** How often each fault came. */
export function faultsOf(measured: readonly Measured[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { fault } of measured) if (fault !== null) counts[fault] = (counts[fault] ?? 0) + 1
  return counts
}
