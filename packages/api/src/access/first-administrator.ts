import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  findFirstAdministratorMissing,
  recordFirstAdministrator,
} from '@throughcare/db/access/first-administrator-repository'
import { isDatabaseAway } from '@throughcare/db/database-error'
import { AppError } from '../app-error.ts'
import { log } from '../log.ts'
import type { FirstAdministratorInput } from './first-administrator-input.ts'
import { hashPassword } from './password.ts'

/** A link of yesterday opens nothing: somebody may have read it over a shoulder. Policy, docs/adr/0018. */
const LIVES_MS = 24 * 3_600_000

/**
 * The key of the link under which the first administrator makes their account; null as soon as anybody has one. It holds
 * when it ends and a seal that only this installation's secret can make, so that nothing has to be stored.
 */
export async function makeFirstAdministratorKey(secret: string): Promise<string | null> {
  const now = await whileNobody()
  if (!now) return null
  const end = (now.getTime() + LIVES_MS).toString(36)
  return `${end}.${seal(end, secret)}`
}

/** Does this key open the door: sealed by us, not older than a day, and still nobody here? */
export async function isFirstAdministratorKey(key: string, secret: string): Promise<boolean> {
  const [end = '', given = ''] = key.split('.')
  const expected = Buffer.from(seal(end, secret))
  const said = Buffer.from(given)
  if (said.length !== expected.length || !timingSafeEqual(said, expected)) return false
  const now = await whileNobody()
  return now !== null && now.getTime() < Number.parseInt(end, 36)
}

/**
 * Makes the first account. Everybody after it is let in by an administrator.
 *
 * @throws AppError `not-found` for a key that opens nothing, or when somebody was quicker; `unavailable`
 */
export async function openFirstAdministrator(input: FirstAdministratorInput, secret: string): Promise<void> {
  if (!(await isFirstAdministratorKey(input.key, secret))) throw new AppError('not-found')
  const passwordHash = await hashPassword(input.password)
  if (!(await recordFirstAdministrator({ ...input, passwordHash }))) throw new AppError('not-found')
  log.warn('the first administrator was made')
}

async function whileNobody(): Promise<Date | null> {
  try {
    return await findFirstAdministratorMissing()
  } catch (error) {
    if (isDatabaseAway(error)) throw new AppError('unavailable')
    throw error
  }
}

function seal(end: string, secret: string): string {
  return createHmac('sha256', secret).update(`first administrator until ${end}`).digest('base64url')
}
