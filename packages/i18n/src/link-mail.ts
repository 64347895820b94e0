import { createTranslator } from 'next-intl'
import type { MailText } from './digest-mail.ts'
import { DEFAULT_LOCALE, isLocale } from './locales.ts'
import { readMessages } from './read-messages.ts'

/**
 * The letter with a one-time link, in the words of its reader. It names no person; of the service only its name, which whoever
 * invited them wrote.
 *
 * @param address the whole link
 */
export function linkMail(
  { kind, serviceName }: { kind: 'invitation' | 'reset'; serviceName: string | null },
  locale: string,
  address: string,
): MailText {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE
  const t = createTranslator({
    locale: known,
    messages: readMessages(known) as Record<string, never>,
    namespace: 'access.mail' as never,
  }) as unknown as (key: string, values?: Record<string, string>) => string
  const parts = [t(`${kind}.lead`, { service: serviceName ?? '' }), address, t(`${kind}.until`), t('foot')]
  return { subject: t(`${kind}.subject`), text: `${parts.join('\n\n')}\n` }
}
