import type { IncomingMessage } from 'node:http'
import type { Environment } from './environment.ts'

/**
 * The network address of the browser, for counting tries to sign in. Each trusted proxy adds the address that it saw to the
 * end of X-Forwarded-For; what stands before those was written by the browser itself.
 */
export function clientAddress(req: IncomingMessage, { trustedProxies }: Pick<Environment, 'trustedProxies'>): string {
  const seen = req.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return seen
  const header = req.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim())
  return forwarded.at(-trustedProxies) || seen
}
