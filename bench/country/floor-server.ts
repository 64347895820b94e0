/**
 * The floor: what a bare Node server makes of the same machine and the same rows. One query a job, named, over a pool of eight, its
 * JSON built in SQL and handed on as text. No session, no rights, no row level security; an audited job writes its line.
 *
 *   DATABASE_URL=postgresql://… PORT=0 node floor-server.ts
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { FLOORS } from './floor-queries.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 8 })
const queries: Readonly<Record<string, string>> = FLOORS

/** Who follows which service, and the one connection that hears of changes. */
const followers = new Map<string, Set<ServerResponse>>()
const ear = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
ear.on('notification', ({ payload = '' }) => {
  const { ends } = JSON.parse(payload) as { ends: string[] }
  for (const end of ends) for (const follower of followers.get(end) ?? []) follower.write(`data: ${payload}\n\n`)
})
await ear.connect()
await ear.query('listen floor_live')

function follow(service: string, res: ServerResponse): void {
  const all = followers.get(service) ?? new Set()
  followers.set(service, all.add(res))
  res.on('close', () => all.delete(res))
  res.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n')
}

const server = createServer((req, res) => {
  const job = (req.url ?? '').slice(1)
  if (job.startsWith('follow/')) return follow(job.slice('follow/'.length), res)
  const text = queries[job]
  if (text === undefined) return void res.writeHead(404).end()
  let body = ''
  req.setEncoding('utf8')
  req.on('data', (chunk: string) => {
    body += chunk
  })
  req.on('end', () => {
    pool
      .query<{ answer: string | null }>({ name: job, text, values: JSON.parse(body) as unknown[] })
      .then(({ rows }) => {
        const answer = rows[0]?.answer
        if (answer == null) return res.writeHead(404, { 'content-length': 0 }).end()
        res
          .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
          .end(answer)
      })
      .catch((error: Error) => {
        res.writeHead(500, { 'content-length': Buffer.byteLength(error.message) }).end(error.message)
      })
  })
})

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`)
})
