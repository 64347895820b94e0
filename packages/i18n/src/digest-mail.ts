import { DIGEST_CAUSES, DIGEST_SMALLEST, type DigestCounts, toldCount } from '@throughcare/domain/gap/digest-causes'
import { createTranslator } from 'next-intl'
import { DEFAULT_LOCALE, isLocale } from './locales.ts'
import { readMessages } from './read-messages.ts'

export type MailText = { subject: string; text: string }

/**
 * The digest in the words of its reader: plain text, counts and one address. It names no person, treatment, place or day
 * (invariant I-9), and no count below five.
 *
 * @param origin of the installation, without a slash at its end.
 */
export function digestMail(counts: DigestCounts, locale: string, origin: string): MailText {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE
  const t = createTranslator({
    locale: known,
    messages: readMessages(known) as Record<string, never>,
    namespace: 'gap.digest.mail' as never,
  }) as unknown as (key: string, values?: Record<string, string | number>) => string
  const line = (key: string, persons: number): string[] => {
    const told = toldCount(persons)
    if (told.kind === 'none') return []
    const people = told.kind === 'few' ? t('few', { smallest: DIGEST_SMALLEST }) : t('number', { persons })
    return [t(key, { people })]
  }
  const causes = DIGEST_CAUSES.flatMap((cause) => line(`cause.${cause}`, counts[cause]))
  const board = causes.length > 0 ? [t('heading'), ...causes.map((each) => `- ${each}`)] : [t('none')]
  const beside = [
    ...line('could-leave-today', counts['could-leave-today']),
    ...line('out-of-date', counts['out-of-date']),
  ]
  const parts = [board, beside, [t('open', { address: `${origin}/gaps` })], [t('foot')]]
  const text = parts.filter((part) => part.length > 0).map((part) => part.join('\n'))
  return { subject: t('subject'), text: `${text.join('\n\n')}\n` }
}
