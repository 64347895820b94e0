import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHELL_HEADER, SHELL_PATH, SHELL_WORKER_PATH } from '../gate-list/shell-address.ts'
import { createHandler } from './handler.ts'
import { hashesIn } from './shell-door.ts'

const PAGE = '<html><script src="/_next/static/chunks/a.js"></script><script>self.one = 1</script><p>Tür</p></html>'

let server: Server
let asked: IncomingMessage['headers'] = {}

/** Stands in for Next, with its habit of fixing the head before the body is whole. */
async function pages(req: IncomingMessage, res: ServerResponse): Promise<void> {
  asked = req.headers
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.writeHead(200)
  res.write(PAGE.slice(0, 40))
  res.write(Buffer.from(PAGE.slice(40)))
  await new Promise<void>((resolve) => res.once('finish', resolve).end())
}

beforeAll(async () => {
  const environment = {
    demo: false,
    origin: 'http://localhost',
    host: '127.0.0.1',
    port: 0,
    trustedProxies: 0,
    provider: null,
  }
  server = createServer(createHandler(environment, pages, () => false))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ port, path, headers, agent: false }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => resolve({ headers: res.headers, text: Buffer.concat(parts).toString() }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the page that browsers keep', () => {
  it('names its own scripts by hash, allows files of ours and nothing else, and comes whole', async () => {
    const { headers, text } = await get(SHELL_PATH, {
      'accept-encoding': 'gzip',
      'content-security-policy': "'nonce-x'",
    })
    expect(text).toBe(PAGE)
    const hash = createHash('sha256').update('self.one = 1').digest('base64')
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(headers['content-security-policy']).not.toMatch(/nonce|unsafe|strict-dynamic/)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' })
    expect(asked['content-security-policy']).toBeUndefined()
  })

  it('leaves every other page with a nonce, and what its own scripts ask for as well', async () => {
    for (const [path, headers] of [
      ['/releases', {}],
      [SHELL_PATH, { rsc: '1' }],
    ] as const) {
      const answer = await get(path, headers)
      expect(answer.headers['content-security-policy'], path).toMatch(/'nonce-[^']+' 'strict-dynamic'/)
      expect(answer.headers[SHELL_HEADER], path).toBeUndefined()
    }
  })

  it('has a worker that may only fetch from here, of the same version as the page', async () => {
    const worker = await get(SHELL_WORKER_PATH)
    expect(worker.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    })
    const page = await get(SHELL_PATH)
    expect(worker.text).toContain(JSON.stringify(page.headers[SHELL_HEADER]))
    expect(() => new Function(worker.text)).not.toThrow()
  })
})

it('finds the scripts and sheets that stand in a page, and not those from files', () => {
  const found = hashesIn(
    '<style>a{}</style><script SRC="x.js"></script><script async src="y.js"></script><script\nid="b">b</script>',
  )
  expect(found.scripts).toHaveLength(1)
  expect(found.styles).toHaveLength(1)
})
