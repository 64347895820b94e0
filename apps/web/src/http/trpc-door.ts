import type { IncomingMessage, ServerResponse } from 'node:http'
import { readSession } from '@throughcare/api/access/read-session'
import { sessionOfCall } from '@throughcare/api/access/session-of-call'
import { AppError } from '@throughcare/api/app-error'
import { log } from '@throughcare/api/log'
import { appRouter } from '@throughcare/api/root'
import { TRPCError } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { TRACE_HEADER } from '../session/header-names.ts'
import { refuse } from './answer.ts'
import { sidOf } from './cookies.ts'
import type { Environment } from './environment.ts'
import { isTooDeep, readBody } from './read-body.ts'
import { isOurs, originOf } from './request-origin.ts'

export const TRPC_PATH = '/api/trpc/'

const MOST_CALLS = 10
const MOST_BYTES = 1_048_576

/**
 * The procedures over HTTP: POST and JSON for reads and writes alike, so that nothing asked for stands in an address. Only a
 * subscription is a GET, as browsers open event streams: from a page of ours, with no question but the last event heard.
 */
export function trpcDoor(environment: Environment): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const handle = createHTTPHandler({
    router: appRouter,
    basePath: TRPC_PATH,
    allowMethodOverride: true,
    maxBatchSize: MOST_CALLS,
    createContext: async ({ req, info }) => ({
      ...(await sessionOf(req, environment, {
        touch: req.method === 'POST',
        isOneReading: info.calls.every(({ path }) => isOneReading(path)),
      })),
      traceId: String(req.headers[TRACE_HEADER]),
    }),
    responseMeta: ({ errors }) => ({
      headers: {
        'cache-control': 'no-store',
        ...(errors.some((error) => error.code === 'SERVICE_UNAVAILABLE') ? { 'retry-after': '2' } : {}),
      },
    }),
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        log.error({ path, kind: error.cause?.name ?? error.name }, 'call broke')
    },
  })
  return async (req, res) => {
    const paths = pathsOf(req.url ?? '')
    const isStream = req.method === 'GET' && paths?.length === 1 && typeOf(paths[0] ?? '') === 'subscription'
    if (req.method !== 'POST' && !isStream) return refuse(res, 405, 'invalid-input', { allow: 'POST' })
    if (!paths || paths.length > MOST_CALLS) return refuse(res, 400, 'invalid-input')
    if (originOf(req, environment) === 'foreign') return refuse(res, 403, 'not-allowed')
    if (isStream) {
      // Inside a stream a refusal would come as 200, and the browser would ask again every few seconds.
      const refusal = isFromElsewhere(req) ? NOT_FROM_THERE : await whyNoStream(req, environment)
      return refusal ? refuse(res, ...refusal) : handle(req, res)
    }
    if (paths.some((path) => typeOf(path) === 'subscription'))
      return refuse(res, 405, 'invalid-input', { allow: 'GET' })
    if (paths.some((path) => typeOf(path) === 'mutation') && !isOurs(req, environment))
      return refuse(res, 403, 'not-allowed')
    if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) return refuse(res, 415, 'invalid-input')

    const body = await readBody(req, MOST_BYTES)
    if ('status' in body) return refuse(res, body.status, 'invalid-input')
    if (!isJson(body.text)) return refuse(res, 400, 'invalid-input')
    // tRPC takes the text from here instead of reading the stream again.
    await handle(Object.assign(req, { body: body.text || '{}' }), res)
  }
}

/** The procedures that an address names; null when it cannot be read. */
function pathsOf(url: string): string[] | null {
  try {
    const { pathname, searchParams } = new URL(url, 'http://here.invalid')
    const path = decodeURIComponent(pathname.slice(TRPC_PATH.length))
    return searchParams.get('batch') === '1' ? path.split(',') : [path]
  } catch {
    return null
  }
}

/** At run time the record is flat, by whole paths; its type is nested. */
function procedureAt(path: string): { type: string; meta?: { isOneReading?: boolean } } | undefined {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  return Object.hasOwn(procedures, path) ? procedures[path]?._def : undefined
}

function typeOf(path: string): string | undefined {
  return procedureAt(path)?.type
}

function isOneReading(path: string): boolean {
  return procedureAt(path)?.meta?.isOneReading === true
}

/** A browser says from where it opens a stream; its Origin header it keeps for itself when that is here. */
function isFromElsewhere(req: IncomingMessage): boolean {
  return !['same-origin', undefined].includes(req.headers['sec-fetch-site'] as string | undefined)
}

function isJson(text: string): boolean {
  if (text === '') return true
  if (isTooDeep(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const NOT_FROM_THERE = [403, 'not-allowed'] as const

async function whyNoStream(req: IncomingMessage, environment: Environment): Promise<readonly [number, string] | null> {
  try {
    const signedIn = await readSession(sidOf(req, environment), false)
    if (!signedIn) return [401, 'not-signed-in']
    return signedIn.hat ? null : [403, 'no-hat']
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') return [503, 'unavailable']
    throw error
  }
}

async function sessionOf(
  req: IncomingMessage,
  environment: Environment,
  how: { touch: boolean; isOneReading: boolean },
) {
  try {
    return await sessionOfCall(sidOf(req, environment), how)
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable')
      throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'unavailable', cause: error })
    throw error
  }
}
