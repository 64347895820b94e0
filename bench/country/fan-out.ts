import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchSession } from './country-places.ts'
import { cookieOf, type Ground } from './job.ts'
import { type Load, summed } from './load.ts'
import { getOf } from './wire.ts'

/** How long a change of a handoff takes to reach those who look at its inbox. */
export type FanOut = {
  streams: number
  events: number
  deliveries: number
  missing: number
  product: Load
  floor: Load
}

const STREAMS = 2_000
const EVENTS_A_SECOND = 20
const OPENED_AT_ONCE = 100
/** What is still on its way after the last event may take so long. */
const LAST_MS = 5_000

type Change = { id: string; ends: string[] }

/**
 * 2,000 people look at their inboxes while twenty handoffs a second change, of all services: from before the statement until the
 * line is there. The same over the bare server, which tells every follower of a service what PostgreSQL tells it.
 */
export async function measureFanOut(ground: Ground, seconds: number): Promise<FanOut> {
  const { owner, places, port, floorPort } = ground
  const followers = places.sessions
    .filter(({ kind }) => kind !== 'administration' && kind !== 'region')
    .slice(0, STREAMS)
  const { rows: changes } = await owner.query<Change>(
    `select id, array[sending_service_id, receiving_service_id] as ends from handoff where status = 'sent' and area = 'omt'
     order by md5(id::text) limit 1000`,
  )
  const count = Math.floor(EVENTS_A_SECOND * seconds)
  const floor = await follow(
    floorPort,
    followers,
    (each) => getOf(floorPort, `/follow/${each.serviceId}`),
    changes,
    count,
    ({ id, ends }) => owner.query(`select pg_notify('floor_live', $1)`, [JSON.stringify({ handoffId: id, ends })]),
  )
  const input = encodeURIComponent('{"json":{}}')
  const product = await follow(
    port,
    followers,
    (each) =>
      getOf(port, `/api/trpc/live.follow?input=${input}`, { ...cookieOf(each), 'sec-fetch-site': 'same-origin' }),
    changes,
    count,
    ({ id }) => owner.query('update handoff set version = version + 1 where id = $1', [id]),
  )
  return {
    streams: followers.length,
    events: count,
    deliveries: product.times.length,
    missing: product.expected - product.times.length,
    product: summed(product.times, [], product.seconds, product.expected - product.times.length),
    floor: summed(floor.times, [], floor.seconds, floor.expected - floor.times.length),
  }
}

async function follow(
  port: number,
  followers: readonly BenchSession[],
  requestOf: (follower: BenchSession) => Buffer,
  changes: readonly Change[],
  count: number,
  change: (one: Change) => Promise<unknown>,
): Promise<{ times: number[]; expected: number; seconds: number }> {
  const times: number[] = []
  const changedAt = new Map<string, number>()
  const hear = (handoffId: string) => {
    const at = changedAt.get(handoffId)
    if (at !== undefined) times.push(performance.now() - at)
  }
  const sockets: Socket[] = []
  for (let first = 0; first < followers.length; first += OPENED_AT_ONCE)
    sockets.push(
      ...(await Promise.all(
        followers.slice(first, first + OPENED_AT_ONCE).map((each) => openStream(port, requestOf(each), hear)),
      )),
    )
  const hearers = Map.groupBy(followers, ({ serviceId }) => serviceId)
  const from = performance.now()
  let expected = 0
  for (let event = 0; event < count; event += 1) {
    const due = from + (event * 1_000) / EVENTS_A_SECOND
    if (due > performance.now()) await wait(due - performance.now())
    const one = changes[event % changes.length] as Change
    changedAt.set(one.id, performance.now())
    await change(one)
    for (const end of one.ends) expected += hearers.get(end)?.length ?? 0
  }
  for (const until = performance.now() + LAST_MS; times.length < expected && performance.now() < until; ) await wait(20)
  const seconds = (performance.now() - from) / 1_000
  for (const socket of sockets) socket.destroy()
  return { times, expected, seconds }
}

/** Resolves with the first bytes of the answer; calls back with the handoff of each event. */
function openStream(port: number, request: Buffer, hear: (handoffId: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let rest = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      if (rest === '' && chunk.startsWith('HTTP/1.1')) {
        if (!chunk.startsWith('HTTP/1.1 200')) return reject(new Error(`a stream was refused: ${chunk.slice(0, 40)}`))
        resolve(socket)
      }
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const handoffId = /"handoffId":"([0-9a-f-]{36})"/.exec(line)?.[1]
        if (handoffId) hear(handoffId)
      }
    })
    socket.on('error', reject)
  })
}
