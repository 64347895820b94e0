import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../session/session-cookie.ts'
import type { Environment } from './environment.ts'

/** The header that a page of another site cannot send without asking first, and is never allowed to. */
export const OUR_HEADER = 'x-throughcare'

/** Does this request come from a page of ours? `silent`: the browser did not say; scripts and old browsers. */
export type RequestOrigin = 'ours' | 'foreign' | 'silent'

/**
 * Compares Origin with the configured one. On the machine itself, and in a demo, the page may have been opened under another
 * name of the same server (127.0.0.1 for localhost, a forwarded port): then Origin must name the very host that was asked.
 */
export function originOf(req: IncomingMessage, { origin, demo }: Pick<Environment, 'origin' | 'demo'>): RequestOrigin {
  if (req.headers['sec-fetch-site'] === 'cross-site') return 'foreign'
  const said = req.headers.origin
  if (said === undefined) return 'silent'
  if (said === origin) return 'ours'
  const host = req.headers.host
  if (!host || !URL.canParse(said) || new URL(said).host !== host) return 'foreign'
  return demo || isLoopbackHost(host) ? 'ours' : 'foreign'
}

/**
 * Was a file asked for by a page that is not ours? Those that are made anew for each asking are made for nobody else.
 *
 * @param site what the browser says of whoever asks (Sec-Fetch-Site); nothing from scripts and old browsers, which are let pass
 */
export function isAskedElsewhere(site: string | string[] | null | undefined): boolean {
  return site !== null && site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** May this request change something? From a page of ours, and with the header that only our scripts send. */
export function isOurs(req: IncomingMessage, environment: Pick<Environment, 'origin' | 'demo'>): boolean {
  return originOf(req, environment) === 'ours' && req.headers[OUR_HEADER] === '1'
}
