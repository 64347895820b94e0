import { recordLanguage } from '@throughcare/db/access/hat-repository'
import type { SignedIn } from '@throughcare/db/access/session-repository'
import { AppError } from '../app-error.ts'
import type { ChooseLanguageInput } from './hat-input.ts'

/** Somebody chooses the language of their screens, on every device. */
export async function chooseLanguage(signedIn: SignedIn, input: ChooseLanguageInput): Promise<{ locale: string }> {
  if (!(await recordLanguage(signedIn.sidHash, input.locale))) throw new AppError('not-signed-in')
  return { locale: input.locale }
}
