import type { DigestMail } from '@throughcare/api/gap/send-digest'
import { digestMail } from '@throughcare/i18n/digest-mail'
import { postMail } from './post-mail.ts'

/** Hands a digest of the gap board to the mail server as plain text. */
export function postDigest({ to, locale, counts, key, mailId }: DigestMail): Promise<void> {
  return postMail((origin) => ({ to, key, mailId, ...digestMail(counts, locale, origin) }))
}
