import type { IncomingMessage, ServerResponse } from 'node:http'
import { readSession } from '@throughcare/api/access/read-session'
import { APP_ERRORS, AppError } from '@throughcare/api/app-error'
import { log } from '@throughcare/api/log'
import { FILE_HANDLERS } from '../files/file-handlers.ts'
import { refuse } from './answer.ts'
import { sidOf } from './cookies.ts'
import type { Environment } from './environment.ts'
import { isOurs } from './request-origin.ts'

export const FILES_PATH = '/api/files/'

/** Files in and out. Who may is asked here as for a procedure: a session, a hat, and a page of ours for what is sent. */
export function filesDoor(environment: Environment, handlers = FILE_HANDLERS) {
  return async (req: IncomingMessage, res: ServerResponse, traceId: string): Promise<void> => {
    const path = new URL(req.url ?? '/', 'http://here.invalid').pathname
    const key = `${req.method} ${path}`
    const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined
    if (req.method !== 'GET' && !isOurs(req, environment)) return refuse(res, 403, 'not-allowed')
    try {
      const signedIn = await readSession(sidOf(req, environment))
      if (!signedIn) return refuse(res, 401, 'not-signed-in')
      if (!signedIn.hat) return refuse(res, 403, 'no-hat')
      if (!handler) return refuse(res, 404, 'not-found')
      await handler({ req, res, signedIn, traceId })
    } catch (error) {
      if (error instanceof AppError) return refuse(res, APP_ERRORS[error.code], error.code, {}, error.details)
      log.error({ path, traceId, kind: error instanceof Error ? error.name : 'unknown' }, 'file broke')
      refuse(res, 500, 'unexpected')
    }
  }
}
