import { request } from 'node:http'
import { hashPassword } from '@throughcare/api/access/password'
import { openScene, type Scene } from '@throughcare/api/testing/scene'
import type { Environment } from '../environment.ts'
import type { Handler } from '../handler.ts'
import { type Serving, serve } from '../serve.ts'

export const PASSWORD = 'correct horse battery'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }
export type Ask = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export type Door = {
  scene: Scene
  serving: Serving
  origin: string
  ask: (path: string, ask?: Ask) => Promise<Answer>
  /** A POST as our own pages send it. */
  call: (path: string, input: unknown, more?: Record<string, string>) => Promise<Answer>
  /** Signs in through the front door; the cookies to send from then on. */
  signIn: (
    email: string,
    more?: Ask & { password?: string; cookie?: string },
  ) => Promise<{ answer: Answer; cookie: string }>
  close: () => Promise<void>
}

/** Stands in for Next: what a page would have seen of the request. */
const pages: Handler = async (req, res) => {
  res.writeHead(200, { 'content-type': 'application/json' })
  res.end(JSON.stringify({ method: req.method, url: req.url, headers: req.headers }))
}

/**
 * The real server on a free port, before a real database with the standard cast; only Next is left out.
 *
 * @param beside another door of the same test file: same database, and closing that one closes it
 */
export async function openDoor(
  environment: Partial<Environment> = {},
  times: Parameters<typeof serve>[2] = {},
  beside: Door | null = null,
): Promise<Door> {
  const scene = beside?.scene ?? (await openScene(await hashPassword(PASSWORD)))
  process.env.NEXTAUTH_SECRET = 'only-for-tests-0123456789-abcdefgh'
  const told: Environment = {
    demo: false,
    origin: 'http://localhost',
    host: '127.0.0.1',
    port: 0,
    trustedProxies: 0,
    provider: null,
    ...environment,
  }
  process.env.NEXTAUTH_URL = told.origin
  const serving = await serve(told, pages, times)
  const origin = `http://127.0.0.1:${serving.port}`

  const ask: Door['ask'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { method, headers, agent: false }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, text: Buffer.concat(chunks).toString() }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })

  const call: Door['call'] = (path, input, more = {}) =>
    ask(path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'x-throughcare': '1', ...more },
      body: JSON.stringify({ json: input }),
    })

  const signIn: Door['signIn'] = async (email, { password = PASSWORD, headers = {}, cookie = '' } = {}) => {
    const csrf = await ask('/api/auth/csrf', { headers: { cookie, ...headers } })
    const jar = cookiesFrom(csrf, cookie)
    const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
    const answer = await ask('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin, cookie: jar, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ csrfToken, email, password }).toString(),
    })
    return { answer, cookie: cookiesFrom(answer, jar) }
  }

  return {
    scene,
    serving,
    origin,
    ask,
    call,
    signIn,
    close: async () => {
      await serving.stop(1_000)
      if (!beside) await scene.close()
    },
  }
}

/** What a browser would send next: the old cookies, and the new ones over them. */
function cookiesFrom({ headers }: Answer, before: string): string {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0], pair]),
  )
  for (const line of [headers['set-cookie'] ?? []].flat()) {
    const pair = line.split(';')[0] as string
    jar.set(pair.split('=')[0], pair)
  }
  return [...jar.values()].join('; ')
}
