import { z } from 'zod'
import { nameRefusal } from './person-name.ts'

/** The longest number that any register gives out, with room to spare. */
export const LONGEST_NUMBER = 40

/**
 * The prison's own number for a person. Registers differ, so nothing is asked of its form. Kept in capitals and with
 * single spaces, so that `b8141ax` typed at night finds `B8141AX`.
 */
export const PrisonNumber = z
  .string('person.prisonNumber.missing')
  .transform(writtenNumber)
  .superRefine((number, context) => {
    const refusal = number === '' ? 'missing' : nameRefusal(number, LONGEST_NUMBER)
    if (refusal) context.addIssue({ code: 'custom', message: `person.prisonNumber.${refusal}`, continue: false })
  })

/** The number as it is stored: trimmed, in capitals, with single spaces. Writing it twice changes nothing more. */
export function writtenNumber(number: string): string {
  return number.trim().replace(/ +/gu, ' ').toUpperCase()
}
