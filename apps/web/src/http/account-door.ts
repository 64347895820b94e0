import type { IncomingMessage, ServerResponse } from 'node:http'
import { changePassword } from '@throughcare/api/access/change-password'
import { AskResetInput, ChangePasswordInput, UseLinkInput } from '@throughcare/api/access/link-input'
import { type ProofAnswer, proveAgain } from '@throughcare/api/access/prove-again'
import { CodeInput, NothingInput, ProveInput } from '@throughcare/api/access/prove-input'
import { confirmFactor, proposeFactor, proveByCode, removeFactor } from '@throughcare/api/access/second-factor'
import { askReset, useLink } from '@throughcare/api/access/use-link'
import { APP_ERRORS, AppError } from '@throughcare/api/app-error'
import type { z } from 'zod'
import { isSecurePlace, sessionCookie } from '../session/session-cookie.ts'
import { answerJson, refuse } from './answer.ts'
import { clientAddress } from './client-address.ts'
import { sidOf } from './cookies.ts'
import type { Environment } from './environment.ts'
import { isTooDeep, readBody } from './read-body.ts'
import { isOurs } from './request-origin.ts'

/** Whoever asks, as far as can be told before anybody is signed in. */
export type Knock = { address: string; sid: string | null; origin: string }
/** `sid`: what the cookie holds from now on; left out, it stays as it is. `wait`: seconds until the next try counts. */
type Answered = { sid?: string; body?: object } | { wrong: string } | { wait: number }
type Answer<I> = (input: I, knock: Knock) => Promise<Answered>

const MOST_BYTES = 16_384

const from = <S extends z.ZodType>(schema: S, answer: Answer<z.infer<S>>) => ({
  schema,
  answer: answer as Answer<never>,
})

/**
 * What passwords, codes and one-time links go through. No procedures: what comes in here is written into no record of presses,
 * and an answer may set the cookie, which no script can read.
 */
const ROUTES = {
  prove: from(ProveInput, async (input, knock) => proved(await proveAgain(input, knock))),
  code: from(CodeInput, async (input, knock) => proved(await proveByCode(input, knock))),
  'factor-propose': from(NothingInput, async (_input, knock) => ({ body: await proposeFactor(knock) })),
  'factor-confirm': from(CodeInput, async (input, knock) => {
    const answer = await confirmFactor(input, knock)
    return answer.kind === 'proved' ? { sid: answer.sid, body: { codes: answer.codes } } : proved(answer)
  }),
  password: from(ChangePasswordInput, async (input, knock) => done(await changePassword(input, knock))),
  reset: from(AskResetInput, async (input, knock) => {
    await askReset(input, knock)
    return {}
  }),
  link: from(UseLinkInput, async (input, knock) => done(await useLink(input, knock))),
  'factor-remove': from(NothingInput, async (_input, knock) => ({ body: { done: await removeFactor(knock) } })),
}

function done(answer: { kind: 'changed' | 'used' | 'wrong' } | { kind: 'wait'; seconds: number }): Answered {
  if (answer.kind === 'wait') return { wait: answer.seconds }
  return answer.kind === 'wrong' ? { wrong: 'wrong' } : {}
}

function proved(answer: ProofAnswer): Answered {
  if (answer.kind === 'wait') return { wait: answer.seconds }
  return answer.kind === 'proved' ? { sid: answer.sid } : { wrong: 'wrong' }
}

/** Is this one of the addresses that {@link accountDoor} answers? */
export function isAccountRoute(route: string): route is keyof typeof ROUTES {
  return Object.hasOwn(ROUTES, route)
}

export function accountDoor(environment: Environment) {
  return async (req: IncomingMessage, res: ServerResponse, route: string): Promise<void> => {
    if (!isAccountRoute(route)) return refuse(res, 404, 'not-found')
    if (req.method !== 'POST') return refuse(res, 405, 'invalid-input', { allow: 'POST' })
    if (!isOurs(req, environment)) return refuse(res, 403, 'not-allowed')
    const body = await readBody(req, MOST_BYTES)
    if ('status' in body) return refuse(res, body.status, 'invalid-input')
    const { schema, answer } = ROUTES[route]
    const input = schema.safeParse(isTooDeep(body.text) ? null : parsed(body.text))
    if (!input.success) return refuse(res, 400, 'invalid-input')
    const knock = { address: clientAddress(req, environment), sid: sidOf(req, environment), origin: environment.origin }
    try {
      const answered = await answer(input.data as never, knock)
      if ('wait' in answered)
        return refuse(
          res,
          429,
          'too-many-attempts',
          { 'retry-after': String(answered.wait) },
          { seconds: answered.wait },
        )
      if ('wrong' in answered) return refuse(res, 401, answered.wrong)
      const secure = isSecurePlace(req.headers.host, environment.origin)
      answerJson(
        res,
        200,
        answered.body ?? {},
        answered.sid ? { 'set-cookie': sessionCookie(answered.sid, secure) } : {},
      )
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refuse(res, APP_ERRORS[error.code], error.code, {}, error.details)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
