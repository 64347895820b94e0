import type { CountryPack, PackItem } from '@throughcare/domain/country-pack/country-pack'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getPackWords } from './get-pack-words.ts'

type Props = { readonly pack: CountryPack; readonly code: string; readonly item: PackItem }

/** Why a country asks for it, at which office, with what, and what to do when it is too late; and where that stands. */
export async function ItemAbout({ pack, code, item }: Props) {
  const [t, words] = await Promise.all([getTranslations('country-pack'), getPackWords()])
  const instead = words.instead(code)
  return (
    <Stack gap="small">
      <p>{words.why(code)}</p>
      <p>{t('office-is', { office: words.office(code) })}</p>
      <p>{t('evidence-is', { evidence: words.evidence(code) })}</p>
      {instead && <p>{t('instead-label', { instead })}</p>}
      <p>
        {t('source-is', { source: item.legalSource.text })}{' '}
        <Link href={paths.countryPacks({ pack: pack.code })}>{words.place(pack)}</Link>
      </p>
    </Stack>
  )
}
