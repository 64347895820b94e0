import { type Ground, type Job, keepSignedIn } from './job.ts'
import { type Ask, closedLoop, type Load, openLoop } from './load.ts'
import { measureStatements } from './own-statements.ts'

/** How long each stretch of load lasts, and how often all of them are gone through. */
export type Pace = { rounds: number; seconds: number; warmUpSeconds: number }

export const MANY = 16
/** A statement is planned anew the first five times on each connection: until each of them has been asked often enough. */
const WARM_UP_REQUESTS = MANY * 12
const WARM_UP_MOST_MS = 20_000

/** One round: the floor and the product in turns, so that what else the machine does meets both. */
export type Round = {
  floor: { one: Load; many: Load } | null
  one: Load
  many: Load
  /** Open loop at half of what the floor reaches at 16 connections; null where there is no floor. */
  open: { perSecond: number; floor: Load; product: Load } | null
  /** Open loop at half of what the product itself reaches: what people wait for on an ordinary day. */
  openOwn: { perSecond: number; product: Load }
  /** The same statements in PostgreSQL itself, over one connection, prepared. */
  statements: Load | null
}

export type Measured = { name: string; kind: Job['kind']; rounds: Round[] }

/** @throws when a request is answered otherwise than 200 while nothing else is asked: then something else is measured than was meant */
export async function measureJob(ground: Ground, job: Job, pace: Pace): Promise<Measured> {
  await keepSignedIn(ground)
  const warm = await job.prepare(ground)
  checkAll(job, await closedLoop(ground.port, 1, pace.warmUpSeconds, warm.product))
  const until = performance.now() + WARM_UP_MOST_MS
  for (let asked = 0; asked < WARM_UP_REQUESTS && performance.now() < until; )
    asked += (await closedLoop(ground.port, MANY, pace.warmUpSeconds, (await job.prepare(ground)).product)).requests
  if (warm.floor) checkAll(job, await closedLoop(ground.floorPort, MANY, pace.warmUpSeconds, warm.floor))
  const rounds: Round[] = []
  for (let round = 0; round < pace.rounds; round += 1) rounds.push(await oneRound(ground, job, pace.seconds))
  return { name: job.name, kind: job.kind, rounds }
}

async function oneRound(ground: Ground, job: Job, seconds: number): Promise<Round> {
  const { port, floorPort } = ground
  const product = async (work: (ask: Ask) => Promise<Load>) => work((await job.prepare(ground)).product)
  const floor = async (work: (ask: Ask) => Promise<Load>) => {
    const ask = (await job.prepare(ground)).floor
    return ask && checkAll(job, await work(ask))
  }
  const floorOne = await floor((ask) => closedLoop(floorPort, 1, seconds, ask))
  const one = checkAll(job, await product((ask) => closedLoop(port, 1, seconds, ask)))
  const floorMany = await floor((ask) => closedLoop(floorPort, MANY, seconds, ask))
  const many = await product((ask) => closedLoop(port, MANY, seconds, ask))
  const half = floorMany && Math.max(1, floorMany.perSecond / 2)
  const floorOpen = half && (await floor((ask) => openLoop(floorPort, MANY, half, seconds, ask)))
  const open =
    floorOpen && half
      ? { perSecond: half, floor: floorOpen, product: await product((ask) => openLoop(port, MANY, half, seconds, ask)) }
      : null
  const own = Math.max(1, many.perSecond / 2)
  return {
    floor: floorOne && floorMany ? { one: floorOne, many: floorMany } : null,
    one,
    many,
    open,
    openOwn: { perSecond: own, product: await product((ask) => openLoop(port, MANY, own, seconds, ask)) },
    statements: await measureStatements(ground, job, seconds / 2),
  }
}

function checkAll({ name }: Job, load: Load): Load {
  if (load.failed > 0)
    throw new Error(`${name}: ${load.failed} of ${load.requests} requests were not answered with 200: ${load.failure}`)
  return load
}
