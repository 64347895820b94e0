import { characterCount, textFault } from '@throughcare/domain/text/storable-text'
import { z } from 'zod'
import { isGuessed } from './common-passwords.ts'

const SHORTEST = 12
export const LONGEST_PASSWORD = 128

/** A password that somebody chooses. Any characters, any language, none of them cut off. */
export const NewPassword = z
  .string('access.password.missing')
  .refine((text) => characterCount(text) >= SHORTEST, { error: 'access.password.too-short', abort: true })
  .refine((text) => characterCount(text) <= LONGEST_PASSWORD, { error: 'access.password.too-long', abort: true })
  .refine((text) => textFault(text) === null, { error: 'access.password.cannot-be-stored', abort: true })
  .refine((text) => !isGuessed(text), 'access.password.guessed')
