import { filledText } from '../text/plain-text.ts'
import { nameFault } from '../text/storable-text.ts'

/** What is compared: the beginning is written in many ways (0047…, +47…, 0…), the end in one. */
const COMPARED_DIGITS = 8

/** Five digits at least, and the signs that people part them with. Countries differ too much for more. */
export function isTelephone(value: string): boolean {
  return nameFault(value) === null && /^\+?[\d ()/.-]+$/.test(value) && digitsOf(value).length >= 5
}

/** The number on which somebody can be reached, as it was said. */
export const Telephone = filledText('person.telephone', 30).refine(isTelephone, 'person.telephone.no-number')

/** By which two telephone numbers are held to be one: the last eight digits. Shorter ones are an extension, and nobody's own: null. */
export function telephoneKey(value: string): string | null {
  const digits = digitsOf(value)
  return digits.length < COMPARED_DIGITS ? null : digits.slice(-COMPARED_DIGITS)
}

function digitsOf(value: string): string {
  return value.replace(/\D/g, '')
}
