import type { Category } from '@throughcare/domain/access/access-codes'
import { LETTER_FACTS, type LetterFact } from '@throughcare/domain/evidence-letter/letter-codes'
import { ButtonRow } from '@throughcare/ui/button-row'
import { LinkButton } from '@throughcare/ui/link-button'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import styles from '../../../../../../evidence-letter/letter.module.css'
import { carriesSentence } from '../../../../../../handoff/carries-sentence.ts'
import { paths } from '../../../../../../paths.ts'
import { PrintButton } from '../../../../../../print-pack/print-button.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('evidence-letter', 'title')

type Props = { readonly params: Promise<{ episodeId: string; letterId: string }> }

const DAYS = ['born', 'treatment-started', 'treatment-ended', 'last-dose', 'admitted', 'release-expected', 'released']
const NAMES = ['name', 'prison', 'first-night', 'treatment-months']

/** A letter as it was made: recorded facts, unknown said as unknown, whose record it is, as of when, and its hash. */
export default async function LetterPage({ params }: Props) {
  const { episodeId, letterId } = await params
  if (!z.uuid().safeParse(episodeId).success) notFound()
  const caller = await api()
  const { letters, timeZone } = await orNotFound(caller.evidenceLetter.byEpisode({ episodeId }))
  const letter = letters.find(({ id }) => id === letterId)
  if (!letter) notFound()
  const [t, handoff, medication, format, locale] = await Promise.all([
    getTranslations('evidence-letter'),
    getTranslations('handoff'),
    getTranslations('medication'),
    getFormat(),
    getLocale(),
  ])
  const asOf = format.instant(letter.asOf, 'weekday', timeZone)
  const carried = [...new Set<Category>(letter.facts.map(({ fact }) => LETTER_FACTS[fact]))]
  return (
    <main className={styles.sheet}>
      <div className={styles.deeds}>
        <ButtonRow>
          <PrintButton text={t('print')} />
          <LinkButton href={paths.barriers(episodeId)} variant="secondary" icon="back">
            {t('back')}
          </LinkButton>
        </ButtonRow>
      </div>
      <h1>{t(`kind.${letter.kind}`)}</h1>
      <p>{t('from', { service: letter.serviceName, at: asOf })}</p>
      {!letter.isWhole && <p className={styles.missing}>{t('not-whole')}</p>}
      <dl className={styles.facts}>
        {letter.facts.map((fact, at) => (
          <div key={at}>
            <dt>{t(`fact.${fact.fact}`)}</dt>
            <dd>
              {said(fact)}
              {sourceOf(fact)}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('only-recorded')}</p>
      <p>
        {carriesSentence(handoff, locale, carried)} {handoff('whatTravels.doNotPassOn')}
      </p>
      <p className={styles.hash}>{t('hash', { hash: letter.hash })}</p>
    </main>
  )

  function said({ fact, value }: LetterFact): string {
    if (value === null) return t('unknown')
    if (fact === 'medicine') return medication(`medicine.${value as 'methadone'}`)
    if (DAYS.includes(fact)) return format.day(String(value))
    return NAMES.includes(fact) ? String(value) : t(`answer.${value as 'yes'}`)
  }

  function sourceOf({ by, on }: LetterFact): string {
    if (by && on) return ` ${t('source.by-on', { by, on: format.instant(on, 'short', timeZone) })}`
    return on ? ` ${t('source.on', { on: format.instant(on, 'short', timeZone) })}` : ''
  }
}
