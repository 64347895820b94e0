import type { FactView } from '@throughcare/api/care-plan/case-view'
import { LinkButton } from '@throughcare/ui/link-button'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type Props = { readonly fact: FactView; readonly place: number; readonly episodeId: string }

/** An answer that a table gives: what it says, and where it is changed. */
export async function ToldFact({ fact, place, episodeId }: Props) {
  const [t, format] = await Promise.all([getTranslations('care-plan'), getFormat()])
  return (
    <>
      <SummaryList rows={[{ key: fact.code, label: `${place}. ${t(`fact.${fact.code}`)}`, value: valueWords() }]} />
      {fact.toldBy !== 'fact' && <p>{t(`four.told-${fact.toldBy}`)}</p>}
      {fact.toldBy === 'treatment' && (
        <LinkButton href={paths.doses(episodeId)} variant="secondary" size="small">
          {t('nav.doses')}
        </LinkButton>
      )}
      {fact.toldBy === 'own-words' && (
        <LinkButton href={paths.ownWords(episodeId)} variant="secondary" size="small">
          {t('person-nav.own-words')}
        </LinkButton>
      )}
    </>
  )

  function valueWords(): string | null {
    if (fact.code === 'when' && fact.value)
      return `${format.day(fact.value.slice(0, 10), 'weekday')}, ${fact.value.slice(11)}`
    const option = `option.${fact.code}.${fact.value}`
    return t.has(option) ? t(option) : fact.value
  }
}
