import type { CountryPack } from '@throughcare/domain/country-pack/country-pack'
import { COUNTRY_PACKS } from '@throughcare/domain/country-pack/country-packs'
import { FactList } from '@throughcare/ui/fact-list'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { getPackWords } from './get-pack-words.ts'
import { ItemAbout } from './item-about.tsx'

const PACKS: readonly CountryPack[] = COUNTRY_PACKS

/** On an item's own page: what its country asks for, days counted from the release. Nothing for a common item. */
export async function ItemInLaw({ code }: { readonly code: string }) {
  const pack = PACKS.findLast(({ items }) => Object.hasOwn(items, code))
  const item = pack?.items[code]
  if (!pack || !item) return null
  const [t, words] = await Promise.all([getTranslations('country-pack'), getPackWords()])
  return (
    <Section heading={t('items', { place: words.place(pack) })}>
      <FactList
        facts={[
          ...words.limits(item),
          ...(item.mark === 'K' ? [<StatusTag tone="unknown">{t('not-confirmed')}</StatusTag>] : []),
        ]}
      />
      <ItemAbout pack={pack} code={code} item={item} />
    </Section>
  )
}
