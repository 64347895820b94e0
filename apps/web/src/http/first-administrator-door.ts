import type { IncomingMessage, ServerResponse } from 'node:http'
import { openFirstAdministrator } from '@throughcare/api/access/first-administrator'
import { FirstAdministratorInput } from '@throughcare/api/access/first-administrator-input'
import { APP_ERRORS, AppError } from '@throughcare/api/app-error'
import { answerJson, refuse } from './answer.ts'
import type { Environment } from './environment.ts'
import { isTooDeep, readBody } from './read-body.ts'
import { isOurs } from './request-origin.ts'

export const FIRST_ADMINISTRATOR_PATH = '/api/auth/first-administrator'

const MOST_BYTES = 16_384

/** Where the form of the one-time link arrives. Not a procedure: there is nobody yet who could be allowed anything. */
export async function answerFirstAdministrator(
  req: IncomingMessage,
  res: ServerResponse,
  environment: Environment,
): Promise<void> {
  if (req.method !== 'POST') return refuse(res, 405, 'invalid-input', { allow: 'POST' })
  if (!isOurs(req, environment)) return refuse(res, 403, 'not-allowed')
  const body = await readBody(req, MOST_BYTES)
  if ('status' in body) return refuse(res, body.status, 'invalid-input')
  const input = FirstAdministratorInput.safeParse(isTooDeep(body.text) ? null : parsed(body.text))
  if (!input.success) return refuse(res, 400, 'invalid-input')
  try {
    await openFirstAdministrator(input.data, process.env.NEXTAUTH_SECRET ?? '')
    answerJson(res, 200, {})
  } catch (error) {
    if (error instanceof AppError) return refuse(res, APP_ERRORS[error.code], error.code)
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
