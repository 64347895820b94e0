import type { IncomingMessage, ServerResponse } from 'node:http'
import { signOut } from '@throughcare/api/access/sign-out'
import { AppError } from '@throughcare/api/app-error'
import nextAuthModule, { type AuthOptions } from 'next-auth'
import { isSecurePlace } from '../session/session-cookie.ts'
import { signInOptions } from '../session/sign-in-options.ts'
import { answerJson, refuse } from './answer.ts'
import { clientAddress } from './client-address.ts'
import { cookiesOf, sidOf } from './cookies.ts'
import type { Environment } from './environment.ts'
import { readBody } from './read-body.ts'
import { originOf } from './request-origin.ts'

export const AUTH_PATH = '/api/auth/'

const MOST_BYTES = 16_384
/** All that is used of next-auth; its other pages and routes are not there. */
const ROUTES = ['GET csrf', 'POST callback/credentials', 'POST signout']

// A CommonJS module: Node puts its exports one level deeper than its types say.
const NextAuth = (nextAuthModule as unknown as { default?: typeof nextAuthModule }).default ?? nextAuthModule
/** Its handler for plain Node requests; its types know only Next's. */
const handle = NextAuth as unknown as (req: IncomingMessage, res: ServerResponse, options: AuthOptions) => Promise<void>

/** Signing in and out: next-auth with a cookie that holds nothing but a random session id. */
export function authDoor(environment: Environment) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const route = new URL(req.url ?? '/', 'http://here.invalid').pathname.slice(AUTH_PATH.length)
    if (!ROUTES.includes(`${req.method} ${route}`)) return refuse(res, 404, 'not-found')
    if (req.method === 'POST' && originOf(req, environment) !== 'ours') return refuse(res, 403, 'not-allowed')
    const body = await readBody(req, MOST_BYTES)
    if ('status' in body) return refuse(res, body.status, 'invalid-input')

    const sid = sidOf(req, environment)
    if (route === 'signout') {
      // The session ends first: a cookie that is gone from one browser may live on in a copy.
      const failure = await signOut(sid).then(() => null, codeOf)
      if (failure) return refuse(res, 503, failure, { 'retry-after': '2' })
    }
    const place = {
      address: clientAddress(req, environment),
      sid,
      secure: isSecurePlace(req.headers.host, environment.origin),
    }
    const { options, outcome } = signInOptions(place, environment.origin)
    const fields = Object.fromEntries(new URLSearchParams(body.text))
    const asked = { query: { nextauth: route.split('/') }, cookies: cookiesOf(req), body: { ...fields, json: 'true' } }
    await handle(Object.assign(req, asked), asPagesResponse(res, outcome), options)
  }
}

/** What next-auth expects of a response, on top of Node's. Locked and unavailable are answered as what they are. */
function asPagesResponse(
  res: ServerResponse,
  outcome: () => { status: number; headers: Record<string, string> } | null,
) {
  const send = (body: object | string | undefined) => {
    const own = outcome()
    const json = typeof body === 'object' ? body : {}
    answerJson(res, own?.status ?? res.statusCode, json, own?.headers ?? {})
  }
  return Object.assign(res, {
    status(code: number) {
      res.statusCode = code
      return this
    },
    json: send,
    send,
  })
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'unexpected'
}
