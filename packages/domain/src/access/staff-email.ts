import { z } from 'zod'

const LONGEST = 254

/**
 * An address as somebody of staff signs in with it: in small letters, of one plain part, one @ and a host in ASCII. Quoted parts,
 * look-alikes of @, line breaks and what is longer than a mail server takes never reach one (practice B11).
 */
export const StaffEmail = z
  .string('access.email.missing')
  .trim()
  .min(1, { error: 'access.email.missing', abort: true })
  .max(LONGEST, { error: 'access.email.invalid', abort: true })
  .toLowerCase()
  .regex(/^[^\s\p{Cc}@"'<>(),;:\\[\]\u{80}-\u{10ffff}]{1,64}@[a-z0-9.-]{1,190}$/u, 'access.email.invalid')
