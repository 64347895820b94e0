import { ButtonRow } from '@throughcare/ui/button-row'
import { LinkButton } from '@throughcare/ui/link-button'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import styles from '../../../../../../evidence-letter/letter.module.css'
import { paths } from '../../../../../../paths.ts'
import { PrintButton } from '../../../../../../print-pack/print-button.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('kept-date', 'letter.title')

type Props = { readonly params: Promise<{ episodeId: string; keptDateId: string }> }

/** To whom a date of birth is no news: offices find a person by it. A landlord and an employer get the name alone. */
const OFFICES = ['housing-costs', 'benefit']

/**
 * The letter that keeps a home, a benefit or a job, in the person's own voice and for them to sign. It says neither where they
 * are nor why, and names no service.
 */
export default async function KeptDateLetterPage({ params }: Props) {
  const { episodeId, keptDateId } = await params
  const { person } = await readCase(episodeId)
  const caller = await api()
  const { keptDates } = await orNotFound(caller.circumstance.byEpisode({ episodeId }))
  const kept = keptDates?.find(({ id }) => id === keptDateId)
  if (!kept) notFound()
  const [t, format] = await Promise.all([getTranslations('kept-date'), getFormat()])
  const name = [person.givenNames, person.familyName].filter(Boolean).join(' ')
  return (
    <main className={styles.sheet}>
      <div className={styles.deeds}>
        <ButtonRow>
          <PrintButton text={t('letter.print')} />
          <LinkButton href={paths.circumstances(episodeId)} variant="secondary" icon="back">
            {t('letter.back')}
          </LinkButton>
        </ButtonRow>
      </div>
      <h1>{t(`letter.asks.${kept.kind}`)}</h1>
      {kept.withWhom ? (
        <p>{t('letter.to', { who: kept.withWhom })}</p>
      ) : (
        <p className={styles.missing}>{t('letter.to-nobody')}</p>
      )}
      <p>{t(`letter.says.${kept.kind}`)}</p>
      <p>{kept.until ? t('letter.until', { day: format.day(kept.until, 'long') }) : t('letter.until-unknown')}</p>
      {kept.letterWords && <p>{kept.letterWords}</p>}
      <p>{t('letter.answer')}</p>
      <p>
        {name}
        {OFFICES.includes(kept.kind) &&
          person.dateOfBirth &&
          `, ${t('letter.born', { day: format.day(person.dateOfBirth) })}`}
      </p>
      <p>{t('letter.sign')}</p>
    </main>
  )
}
