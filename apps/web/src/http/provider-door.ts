import type { IncomingMessage, ServerResponse } from 'node:http'
import { countTurn } from '@throughcare/api/access/limits'
import { signInByProvider } from '@throughcare/api/access/sign-in-by-provider'
import { AppError } from '@throughcare/api/app-error'
import { log } from '@throughcare/api/log'
import { z } from 'zod'
import { safePath } from '../paths.ts'
import { isSecurePlace, sessionCookie } from '../session/session-cookie.ts'
import { refuse } from './answer.ts'
import { clientAddress } from './client-address.ts'
import { cookiesOf, sidOf } from './cookies.ts'
import type { Environment } from './environment.ts'
import { codeOf, type IdentityProvider, ProviderAway } from './identity-provider.ts'
import { openNote, sealNote } from './sealed-note.ts'

export const PROVIDER_PATH = '/api/auth/provider/'

const NOTE_SECONDS = 600
const USE = 'identity provider'
const Note = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  goOnTo: z.string(),
  until: z.number(),
})

/** Why somebody is back at the door: codes that the page has words for. */
type Reason = 'provider-away' | 'provider-refused' | 'locked' | 'unavailable' | 'arrived' | 'code' | 'enrolment'

/**
 * Signing in by the identity provider: `start` sends the browser there, `answer` hears it come back. Every failure leads to the
 * door with one reason; what was wrong with an answer stands in the log and is told to nobody.
 */
export function providerDoor(environment: Environment, provider: IdentityProvider) {
  const answerTo = `${environment.origin}${PROVIDER_PATH}answer`
  const cookieName = (secure: boolean) => (secure ? '__Host-throughcare-provider' : 'throughcare-provider')

  function cookie(value: string, secure: boolean): string {
    const age = value === '' ? 0 : NOTE_SECONDS
    return `${cookieName(secure)}=${value}; Path=/; Max-Age=${age}; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`
  }

  async function start(req: IncomingMessage, res: ServerResponse, secure: boolean, query: URLSearchParams) {
    await countTurn('identity-provider.ask', clientAddress(req, environment))
    const { address, question } = await provider.ask(answerTo)
    const until = Date.now() + NOTE_SECONDS * 1000
    const note = sealNote(USE, { ...question, goOnTo: safePath(query.get('to')), until })
    res.setHeader('set-cookie', cookie(note, secure))
    goTo(res, address)
  }

  async function hear(req: IncomingMessage, res: ServerResponse, secure: boolean, search: string) {
    const address = clientAddress(req, environment)
    // Heard once: whatever comes of it, this browser has no question open any more.
    res.setHeader('set-cookie', cookie('', secure))
    await countTurn('identity-provider.answer', address)
    const note = Note.safeParse(openNote(USE, cookiesOf(req)[cookieName(secure)]))
    if (!note.success || note.data.until < Date.now()) {
      log.warn({ because: note.success ? 'too-late' : 'no-question' }, 'an answer of the identity provider was refused')
      return backToDoor(res, 'provider-refused')
    }
    const { goOnTo, until: _until, ...question } = note.data
    const vouched = await provider.hear(new URL(`${answerTo}${search}`), question)
    const answer = await signInByProvider(vouched, { address, sid: sidOf(req, environment) })
    if (answer.kind === 'wait') return backToDoor(res, 'locked', goOnTo)
    if (answer.kind === 'nobody') {
      log.warn({ because: 'nobody-of-ours' }, 'an answer of the identity provider was refused')
      return backToDoor(res, 'provider-refused', goOnTo)
    }
    res.setHeader('set-cookie', [cookie('', secure), sessionCookie(answer.sid, secure)])
    // Where the provider asked for no second factor, ours is asked for at the door.
    backToDoor(res, answer.awaits ?? 'arrived', goOnTo)
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.method !== 'GET') return refuse(res, 405, 'invalid-input', { allow: 'GET' })
    const { pathname, search, searchParams } = new URL(req.url ?? '/', 'http://here.invalid')
    const secure = isSecurePlace(req.headers.host, environment.origin)
    try {
      const route = pathname.slice(PROVIDER_PATH.length)
      if (route === 'start') return await start(req, res, secure, searchParams)
      if (route === 'answer') return await hear(req, res, secure, search)
      return refuse(res, 404, 'not-found')
    } catch (error) {
      backToDoor(res, reasonOf(error))
    }
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof ProviderAway) return 'provider-away'
  if (error instanceof AppError && error.code === 'too-many-attempts') return 'locked'
  if (error instanceof AppError && error.code === 'unavailable') return 'unavailable'
  log.warn({ because: codeOf(error) }, 'an answer of the identity provider was refused')
  return 'provider-refused'
}

function backToDoor(res: ServerResponse, because: Reason, goOnTo?: string): void {
  goTo(res, `/sign-in?${new URLSearchParams({ because, ...(goOnTo ? { to: goOnTo } : {}) })}`)
}

function goTo(res: ServerResponse, address: string): void {
  res.writeHead(303, { location: address, 'cache-control': 'no-store' })
  res.end()
}
