import type { NoticeMail } from '@throughcare/api/notice/send-notice'
import { noticeMail } from '@throughcare/i18n/notice-mail'
import { postMail } from './post-mail.ts'

/** Hands an e-mail about notices to the mail server as plain text. */
export function postNotice({ to, locale, urgency, counts, key, mailId }: NoticeMail): Promise<void> {
  const isUrgent = urgency === 'emergency'
  return postMail((origin) => ({ to, key, mailId, isUrgent, ...noticeMail({ urgency, counts }, locale, origin) }))
}
