import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@throughcare/api/log'
import { openApi } from '@throughcare/api/openapi/openapi'
import { appRouter } from '@throughcare/api/root'
import { SHELL_PATH, SHELL_WORKER_PATH } from '../gate-list/shell-address.ts'
import { ONCE_PATH, redeemTicket } from '../print-pack/once-tickets.ts'
import { accountDoor, isAccountRoute } from './account-door.ts'
import { answerJson, refuse } from './answer.ts'
import { AUTH_PATH, authDoor } from './auth-door.ts'
import type { Environment } from './environment.ts'
import { FILES_PATH, filesDoor } from './files-door.ts'
import { answerFirstAdministrator, FIRST_ADMINISTRATOR_PATH } from './first-administrator-door.ts'
import { cleanRequest, NO_PAGE_POLICY, pagePolicy, setSecurityHeaders } from './headers.ts'
import { answerLive, answerReady } from './health-door.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { PROVIDER_PATH, providerDoor } from './provider-door.ts'
import { answerScreen, SCREEN_PATH } from './screen-door.ts'
import { shellDoor } from './shell-door.ts'
import { TRPC_PATH, trpcDoor } from './trpc-door.ts'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Everything that comes in over HTTP. What is not ours by its path is a page, and a page is only ever fetched.
 *
 * @param pages Next's request handler
 * @param isStopping whether the process is on its way out
 * @param provider the identity provider, where there is one
 */
export function createHandler(
  environment: Environment,
  pages: Handler,
  isStopping: () => boolean,
  provider: IdentityProvider | null = null,
): Handler {
  const trpc = trpcDoor(environment)
  const auth = authDoor(environment)
  const account = accountDoor(environment)
  const fromProvider = provider ? providerDoor(environment, provider) : null
  const files = filesDoor(environment)
  const shell = shellDoor(pages, environment)
  const document = openApi(appRouter, environment.origin)

  async function route(req: IncomingMessage, res: ServerResponse, traceId: string): Promise<void> {
    const path = (req.url ?? '/').split('?', 1)[0] as string
    if (path.startsWith('/api/')) {
      res.setHeader('content-security-policy', NO_PAGE_POLICY)
      res.setHeader('cache-control', 'no-store')
      if (path.startsWith(TRPC_PATH)) return trpc(req, res)
      if (path === SCREEN_PATH) return answerScreen(req, res, environment)
      if (path === FIRST_ADMINISTRATOR_PATH) return answerFirstAdministrator(req, res, environment)
      if (fromProvider && path.startsWith(PROVIDER_PATH)) return fromProvider(req, res)
      const door = path.startsWith(AUTH_PATH) ? path.slice(AUTH_PATH.length) : ''
      if (isAccountRoute(door)) return account(req, res, door)
      if (path.startsWith(AUTH_PATH)) return auth(req, res)
      if (path.startsWith(FILES_PATH)) return files(req, res, traceId)
      if (req.method !== 'GET' && req.method !== 'HEAD')
        return refuse(res, 405, 'invalid-input', { allow: 'GET, HEAD' })
      if (path === '/api/health/live') return answerLive(res)
      if (path === '/api/health/ready') return answerReady(res, isStopping())
      if (path === '/api/openapi.json') return answerJson(res, 200, document)
      return refuse(res, 404, 'not-found')
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 405, 'invalid-input', { allow: 'GET, HEAD' })
    if (path.startsWith('/_next/')) {
      res.setHeader('content-security-policy', NO_PAGE_POLICY)
      return pages(req, res)
    }
    if (path === SHELL_WORKER_PATH) return shell.answerWorker(res)
    // What Next's own scripts ask for is data, and stays with the page that asked.
    if (path === SHELL_PATH && req.headers.rsc === undefined) return shell.answerShell(req, res)
    // The browser that makes our PDFs comes over plain http from this machine: nothing of it is to be asked for over https.
    const isPrinting = path.startsWith(ONCE_PATH)
    if (isPrinting && !redeemTicket(req)) return refuse(res, 404, 'not-found')
    // Next reads the nonce from the request's policy and puts it on every script that it writes.
    const policy = pagePolicy(randomBytes(16).toString('base64'), isPrinting ? { origin: 'http:' } : environment)
    req.headers['content-security-policy'] = policy
    res.setHeader('content-security-policy', policy)
    return pages(req, res)
  }

  return async (req, res) => {
    const traceId = cleanRequest(req)
    setSecurityHeaders(res, environment)
    if (isStopping()) res.setHeader('connection', 'close')
    try {
      await route(req, res, traceId)
    } catch (error) {
      log.error({ traceId, kind: error instanceof Error ? error.name : 'unknown' }, 'request broke')
      refuse(res, 500, 'unexpected')
    }
  }
}
