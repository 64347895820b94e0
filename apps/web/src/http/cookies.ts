import type { IncomingMessage } from 'node:http'
import { isSecurePlace, sessionCookieName } from '../session/session-cookie.ts'
import type { Environment } from './environment.ts'

/** The cookies of a request by name; the first of a name wins, as browsers send the most specific one first. */
export function cookiesOf(req: IncomingMessage): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals).trim()
    if (equals > 0 && !(name in cookies)) cookies[name] = decoded(pair.slice(equals + 1).trim())
  }
  return cookies
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The session id that this browser holds, as it came. */
export function sidOf(req: IncomingMessage, { origin }: Pick<Environment, 'origin'>): string | null {
  return cookiesOf(req)[sessionCookieName(isSecurePlace(req.headers.host, origin))] ?? null
}
