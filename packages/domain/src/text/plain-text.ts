import { z } from 'zod'
import { characterCount, textFault } from './storable-text.ts'

/** The longest text that anybody types here. Beyond it people paste files. */
export const LONGEST_TEXT = 20_000

/**
 * Text that somebody typed: a note, own words, a reason in words. Spaces around it are trimmed, inside it nothing is
 * taken away. The refusals are `<key>.missing`, `<key>.too-long` and `<key>.cannot-be-stored`.
 *
 * @param key the field as packages/i18n knows it: `contact.note`
 */
export function plainText(key: string, longest: number = LONGEST_TEXT) {
  return z
    .string(`${key}.missing`)
    .trim()
    .refine((text) => characterCount(text) <= longest, { error: `${key}.too-long`, abort: true })
    .refine((text) => textFault(text) === null, `${key}.cannot-be-stored`)
}

/** The same, and there must be something in it. */
export function filledText(key: string, longest: number = LONGEST_TEXT) {
  return plainText(key, longest).refine((text) => text.length > 0, `${key}.missing`)
}
