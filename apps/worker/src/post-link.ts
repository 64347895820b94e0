import type { LinkLetter } from '@throughcare/api/access/send-link'
import { linkMail } from '@throughcare/i18n/link-mail'
import { postMail } from './post-mail.ts'

/** Hands a letter with a one-time link to the mail server as plain text. */
export function postLink({ to, locale, kind, serviceName, path, key }: LinkLetter): Promise<void> {
  return postMail((origin) => ({ to, key, ...linkMail({ kind, serviceName }, locale, `${origin}${path}`) }))
}
