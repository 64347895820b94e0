import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PATH_HEADER, TRACE_HEADER } from '../session/header-names.ts'
import type { Environment } from './environment.ts'

/** Headers by which a request could speak to the inside of Next, or pretend to be one of ours. */
const NEVER_FROM_OUTSIDE = [
  /^x-middleware-/,
  /^x-nextjs-/,
  /^x-invoke-/,
  /^x-matched-path$/,
  /^x-prerender-/,
  /^x-now-/,
  /^x-vercel-/,
  /^x-action-/,
  /^next-action$/,
  /^next-resume$/,
  /^x-throughcare-/,
  /^content-security-policy/,
  /^upgrade$/,
  /^x-forwarded-(host|proto|port)$/,
]

/** Takes away what nobody outside has a reason to send, and gives the request its trace id. */
export function cleanRequest(req: IncomingMessage): string {
  for (const name of Object.keys(req.headers))
    if (NEVER_FROM_OUTSIDE.some((pattern) => pattern.test(name))) delete req.headers[name]
  const traceId = randomUUID()
  req.headers[TRACE_HEADER] = traceId
  req.headers[PATH_HEADER] = req.url ?? '/'
  return traceId
}

const YEAR_SECONDS = 31_536_000

/** What every answer carries, whatever it is. */
export function setSecurityHeaders(res: ServerResponse, { origin }: Pick<Environment, 'origin'>): void {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'no-referrer')
  res.setHeader('x-frame-options', 'DENY')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
  res.setHeader('cross-origin-resource-policy', 'same-origin')
  res.setHeader(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  )
  res.setHeader('x-robots-tag', 'noindex, nofollow')
  if (origin.startsWith('https:'))
    res.setHeader('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`)
}

/** The policy of an answer that is no page: nothing in it is ever run or shown. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'"

/**
 * The policy of a page: scripts only with this answer's nonce and what they load themselves, everything else from here.
 *
 * @param nonce base64, new for each answer
 */
export function pagePolicy(nonce: string, environment: Pick<Environment, 'origin'>): string {
  return policyOf(`'self' 'nonce-${nonce}' 'strict-dynamic'`, `'self' 'nonce-${nonce}'`, environment)
}

/**
 * The policy of the page that browsers keep: scripts from files of ours, and those that stand in it by their hashes.
 *
 * @param hashes as a policy names them: `'sha256-…'`
 */
export function shellPolicy(
  { scripts, styles }: { scripts: readonly string[]; styles: readonly string[] },
  environment: Pick<Environment, 'origin'>,
): string {
  return policyOf(["'self'", ...scripts].join(' '), ["'self'", ...styles].join(' '), environment)
}

function policyOf(scripts: string, styles: string, { origin }: Pick<Environment, 'origin'>): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // The one worker there is: src/gate-list/shell-worker.ts.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(origin.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
