import { hash, verify } from '@node-rs/argon2'
import { characterCount, textFault } from '@throughcare/domain/text/storable-text'
import { z } from 'zod'

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const SHORTEST = 12
const LONGEST = 128

/** A password that somebody chooses. Any characters, any language, none of them cut off. */
export const NewPassword = z
  .string('access.password.missing')
  .refine((text) => characterCount(text) >= SHORTEST, 'access.password.too-short')
  .refine((text) => characterCount(text) <= LONGEST, 'access.password.too-long')
  .refine((text) => textFault(text) === null, 'access.password.cannot-be-stored')

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
  if (password === '' || characterCount(password) > LONGEST || textFault(password) !== null) return false
  nobodys ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await nobodys), password)
  return stored !== null && matches
}
