import { cpus } from 'node:os'
import { type Ground, type Job, keepSignedIn } from './job.ts'
import { closedLoop } from './load.ts'
import { MANY } from './measure-job.ts'

/** Where the web process spent its time while one job was asked for at 16 connections. */
export type Profile = {
  job: string
  requests: number
  /** Milliseconds of processor time per request: of the web process, of the load tool, of PostgreSQL and the rest of the machine. */
  processor: { web: number; load: number; rest: number }
  /** Shares of the web process' time by the clock, by package, the most first. A system call in which it had to wait for a processor counts in full. */
  shares: { where: string; share: number }[]
  /** The same by function, the ten that took most themselves. */
  functions: { where: string; share: number }[]
}

type Frame = { functionName: string; url: string }
type CpuProfile = { nodes: { id: number; callFrame: Frame }[]; samples: number[]; timeDeltas: number[] }

/** Asks for one job again and again while V8's own profiler looks on, through the inspector that the process was started with. */
export async function profileJob(ground: Ground, job: Job, inspectPort: number, seconds: number): Promise<Profile> {
  await keepSignedIn(ground)
  const inspector = await Inspector.open(inspectPort)
  await inspector.send('Profiler.enable')
  const before = await processorTimes(inspector)
  await inspector.send('Profiler.start')
  const { requests } = await closedLoop(ground.port, MANY, seconds, (await job.prepare(ground)).product)
  const { profile } = (await inspector.send('Profiler.stop')) as { profile: CpuProfile }
  const after = await processorTimes(inspector)
  inspector.close()
  const each = (of: keyof typeof after) => Math.round(((after[of] - before[of]) / Math.max(1, requests)) * 100) / 100
  const [web, load] = [each('web'), each('load')]
  const processor = { web, load, rest: Math.round((each('all') - web - load) * 100) / 100 }
  return { job: job.name, requests, processor, ...summed(profile) }
}

/** Milliseconds so far. */
async function processorTimes(inspector: Inspector): Promise<{ web: number; load: number; all: number }> {
  const asked = { expression: 'JSON.stringify(process.cpuUsage())' }
  const { result } = (await inspector.send('Runtime.evaluate', asked)) as { result: { value: string } }
  const inMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1_000
  const all = cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0)
  return { web: inMs(JSON.parse(result.value) as NodeJS.CpuUsage), load: inMs(process.cpuUsage()), all }
}

const WAITING = '(idle)'

function summed({ nodes, samples, timeDeltas }: CpuProfile): Pick<Profile, 'shares' | 'functions'> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const [byPackage, byFunction] = [new Map<string, number>(), new Map<string, number>()]
  let worked = 0
  for (const [place, id] of samples.entries()) {
    const frame = frames.get(id)
    const took = timeDeltas[place] ?? 0
    if (!frame || frame.functionName === WAITING) continue
    worked += took
    const where = packageOf(frame)
    byPackage.set(where, (byPackage.get(where) ?? 0) + took)
    const name = `${frame.functionName || 'anonymous'} (${where})`
    byFunction.set(name, (byFunction.get(name) ?? 0) + took)
  }
  const most = (of: ReadonlyMap<string, number>, count: number) =>
    [...of]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, count)
      .map(([where, took]) => ({ where, share: Math.round((took / worked) * 1000) / 1000 }))
  return { shares: most(byPackage, 12), functions: most(byFunction, 10) }
}

/** A package of the registry, of ours, Node itself, or what V8 calls by itself. */
function packageOf({ functionName, url }: Frame): string {
  if (functionName.startsWith('(')) return functionName
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (installed) return installed
  if (url === '' || url.startsWith('node:')) return 'node'
  return /\/((?:packages|apps)\/[^/]+)\//.exec(url)?.[1] ?? url
}

/** The one conversation that a profile takes. */
class Inspector {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (result: unknown) => void>()

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
      if (id !== undefined) this.#waiting.get(id)?.(result)
    })
  }

  static async open(port: number): Promise<Inspector> {
    const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as [
      { webSocketDebuggerUrl: string },
    ]
    const socket = new WebSocket(target.webSocketDebuggerUrl)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error('the inspector of the web process did not answer')))
    })
    return new Inspector(socket)
  }

  send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#waiting.size + 1
    const { promise, resolve } = Promise.withResolvers<unknown>()
    this.#waiting.set(id, resolve)
    this.#socket.send(JSON.stringify({ id, method, params }))
    return promise
  }

  close(): void {
    this.#socket.close()
  }
}
