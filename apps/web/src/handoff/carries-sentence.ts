import type { Category } from '@throughcare/domain/access/access-codes'

/** The words of the namespace `handoff`, as either side of the wire has them. */
type HandoffWords = (key: 'whatTravels.sentence' | `category.${Category}`, values?: Record<string, string>) => string

/**
 * The one fixed sentence of every handoff, print and export: "Carries: …. Other kinds of information are not included, whether or
 * not they exist." Nobody else puts it together; the pages of the print pack have it in their own languages, from
 * packages/i18n.
 */
export function carriesSentence(t: HandoffWords, locale: string, carries: readonly Category[]): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(carries.map((one) => t(`category.${one}`)))
  return t('whatTravels.sentence', { list })
}
