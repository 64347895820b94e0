import { NOTICE_KINDS, type NoticeKind, type NoticeUrgency } from '@throughcare/domain/notice/notice-kinds'
import { createTranslator } from 'next-intl'
import type { MailText } from './digest-mail.ts'
import { DEFAULT_LOCALE, isLocale } from './locales.ts'
import { readMessages } from './read-messages.ts'

/**
 * Notices in the words of their reader: plain text, what happened and how often, and one address. It names no person,
 * treatment, place or number of anybody (invariant I-9). A kind that this version does not know is counted as "something".
 *
 * @param origin of the installation, without a slash at its end.
 */
export function noticeMail(
  { urgency, counts }: { urgency: NoticeUrgency; counts: Partial<Record<NoticeKind, number>> },
  locale: string,
  origin: string,
): MailText {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE
  const t = createTranslator({
    locale: known,
    messages: readMessages(known) as Record<string, never>,
    namespace: 'notice' as never,
  }) as unknown as (key: string, values?: Record<string, string | number>) => string
  const lines = NOTICE_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count > 0 ? [`- ${t('mail.line', { what: t(`kind.${kind}`), count })}`] : []
  })
  const parts = [
    [t(`mail.heading.${urgency}`), ...(lines.length > 0 ? lines : [`- ${t('mail.something')}`])],
    [t('mail.open', { address: `${origin}/notices` })],
    [t('mail.foot')],
  ]
  return { subject: t(`mail.subject.${urgency}`), text: `${parts.map((part) => part.join('\n')).join('\n\n')}\n` }
}
