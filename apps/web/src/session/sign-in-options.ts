import { signIn } from '@throughcare/api/access/sign-in'
import { AppError } from '@throughcare/api/app-error'
import { log } from '@throughcare/api/log'
import type { AuthOptions, CookieOption } from 'next-auth'
import { paths } from '../paths.ts'
import { AWAITS_HEADER } from './header-names.ts'
import { COOKIE_SECONDS, sessionCookieName } from './session-cookie.ts'

const REASONS: Readonly<Record<number, string>> = { 409: 'someone-else', 429: 'locked' }

type Place = { address: string; sid: string | null; secure: boolean }
type Outcome = { status: number; headers: Record<string, string> }

/**
 * next-auth for one request. Its token is replaced by a random session id: the cookie tells nothing, and what it stands for
 * is read from the database at every request.
 */
export function signInOptions(place: Place, origin: string): { options: AuthOptions; outcome: () => Outcome | null } {
  let outcome: Outcome | null = null
  const prefix = place.secure ? '__Host-' : ''
  const cookie = (name: string): CookieOption => ({
    name,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: place.secure },
  })

  /** The account and its new session; null for wrong, an error whose message is the reason for anything else. */
  async function authorize(credentials: Record<string, unknown> | undefined) {
    try {
      const again = credentials?.again === '1'
      const answer = await signIn(
        { email: credentials?.email, password: credentials?.password },
        { address: place.address, sid: place.sid, again },
      )
      if (answer.kind === 'signed-in') {
        if (answer.awaits) outcome = { status: 200, headers: { [AWAITS_HEADER]: answer.awaits } }
        return { id: answer.accountId, sid: answer.sid }
      }
      if (answer.kind === 'wrong') return null
      if (answer.kind === 'someone-else') outcome = { status: 409, headers: {} }
      else outcome = { status: 429, headers: { 'retry-after': String(answer.seconds) } }
    } catch (error) {
      const away = error instanceof AppError && error.code === 'unavailable'
      if (!away) log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'sign-in broke')
      outcome = away ? { status: 503, headers: { 'retry-after': '2' } } : { status: 500, headers: {} }
    }
    throw new Error(REASONS[outcome.status] ?? 'unavailable')
  }

  const options: AuthOptions = {
    providers: [{ id: 'credentials', name: 'Throughcare', type: 'credentials', credentials: {}, authorize }],
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    jwt: {
      encode: ({ token }) => String(token?.sid ?? ''),
      decode: ({ token }) => (token ? { sid: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => (user && 'sid' in user ? { sid: user.sid } : { sid: token.sid }),
      // Where to go on to is decided by the page (safePath), never by what comes in here.
      redirect: () => `${origin}${paths.home()}`,
    },
    cookies: {
      sessionToken: cookie(sessionCookieName(place.secure)),
      csrfToken: cookie(`${prefix}throughcare-csrf`),
      callbackUrl: cookie(`${prefix}throughcare-callback`),
    },
    useSecureCookies: place.secure,
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    logger: {
      error: (code) => log.error({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
  return { options, outcome: () => outcome }
}
