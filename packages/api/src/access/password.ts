import { hash, verify } from '@node-rs/argon2'
import { characterCount, textFault } from '@throughcare/domain/text/storable-text'
import { LONGEST_PASSWORD } from './password-rule.ts'

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What is stored of a password: argon2id with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let nobodys: Promise<string> | undefined

/**
 * Is this the password? Takes as long for an address that nobody has (`stored` null): the time of an answer must not tell
 * who has an account.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  if (password === '' || characterCount(password) > LONGEST_PASSWORD || textFault(password) !== null) return false
  nobodys ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await nobodys), password)
  return stored !== null && matches
}
