import { recordHat } from '@throughcare/db/access/hat-repository'
import type { SignedIn } from '@throughcare/db/access/session-repository'
import { AppError } from '../app-error.ts'
import type { ChooseHatInput } from './hat-input.ts'

/**
 * Somebody says for which service, and as what, they act from now on.
 *
 * @throws AppError `not-found` for a hat that is not theirs, was taken away or never was
 */
export async function chooseHat(signedIn: SignedIn, input: ChooseHatInput): Promise<{ membershipId: string }> {
  if (!(await recordHat(signedIn.sidHash, input.membershipId))) throw new AppError('not-found')
  return { membershipId: input.membershipId }
}
