import { type AccountLink, findLink, recordAskedReset, recordLinkUse } from '@throughcare/db/access/link-repository'
import { hashOf, recordTry } from '@throughcare/db/access/sign-in-repository'
import { AppError, invalidField } from '../app-error.ts'
import { log } from '../log.ts'
import { linkIdOf } from './link-key.ts'
import { hashPassword, isPassword } from './password.ts'
import { NewPassword } from './password-rule.ts'
import { whileAway } from './while-away.ts'

/** What a link says before it is used. `isKnown`: whoever it is for has an account, and proves it with their own password. */
export type LinkView = Pick<AccountLink, 'kind' | 'displayName' | 'serviceName' | 'role'> & { isKnown: boolean }

/** What this key opens; null for one that we did not make, that was used, is too old, or was for another address. */
export function lookAtLink(key: string): Promise<LinkView | null> {
  return whileAway(async () => {
    const linkId = linkIdOf(key)
    const link = linkId && (await findLink(linkId))
    if (!link) return null
    const { kind, displayName, serviceName, role, passwordHash } = link
    return { kind, displayName, serviceName, role, isKnown: passwordHash !== null }
  })
}

/**
 * Uses a one-time link: sets a new password, and after an invitation gives the hat. Whoever has an account already is asked for its
 * password, counted like a try to sign in, and keeps it. Nobody is signed in by it: the door asks for the second factor too.
 *
 * @throws AppError `not-found` for a link that opens nothing | `invalid-input` for a password that is none | `unavailable`
 */
export function useLink(
  { key, password }: { key: string; password: string },
  { address }: { address: string },
): Promise<{ kind: 'used' } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }> {
  return whileAway(async () => {
    const linkId = linkIdOf(key)
    const link = linkId && (await findLink(linkId))
    if (!linkId || !link) throw new AppError('not-found')
    if (link.passwordHash !== null) {
      const attempt = await recordTry(link.email, address)
      if (attempt.kind === 'wait') return attempt
      if (!(await isPassword(password, link.passwordHash))) return { kind: 'wrong' }
    }
    const chosen = NewPassword.safeParse(password)
    const fault = chosen.success ? null : (chosen.error.issues[0]?.message ?? 'access.password.too-short')
    if (link.passwordHash === null && fault !== null) throw invalidField('password', fault)
    if ((await recordLinkUse(linkId, await hashPassword(password))) === null) throw new AppError('not-found')
    log.info({ kind: link.kind }, 'a one-time link was used')
    return { kind: 'used' }
  })
}

/**
 * Somebody at the door asks for a new password. Whoever has the address gets a letter with a link; the answer and the time it takes
 * are the same for an address that nobody has, and for one that was asked for too often (practice B02, B09).
 *
 * @throws AppError `unavailable`
 */
export function askReset({ email }: { email: string }, { address }: { address: string }): Promise<void> {
  return whileAway(() => recordAskedReset(email, hashOf(`reset ${email}`), hashOf(`reset ${address}`)))
}
