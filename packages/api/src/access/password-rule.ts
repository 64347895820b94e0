import { characterCount, textFault } from '@throughcare/domain/text/storable-text'
import { z } from 'zod'
import { isGuessed } from './common-passwords.ts'

const SHORTEST = 12
export const LONGEST_PASSWORD = 128

/** A password that somebody chooses. Any characters, any language, none of them cut off. */
export const NewPassword = z
  .string('access.password.missing')
  .refine((text) => characterCount(text) >= SHORTEST, 'access.password.too-short')
  .refine((text) => characterCount(text) <= LONGEST_PASSWORD, 'access.password.too-long')
  .refine((text) => textFault(text) === null, 'access.password.cannot-be-stored')
  .refine((text) => !isGuessed(text), 'access.password.guessed')
