import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

/**
 * The title of a page, in generic words: a tab, a history and a bookmark name nobody.
 *
 *   export const generateMetadata = pageTitle('handoff', 'page.title')
 */
export function pageTitle(noun: string, key: string): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations(noun))(key) })
}
