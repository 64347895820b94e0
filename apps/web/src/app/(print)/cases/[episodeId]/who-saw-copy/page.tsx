import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { formatDay } from '@throughcare/i18n/format-time'
import { directionOf, LOCALE_NAMES, LOCALES, type Locale, personLanguage } from '@throughcare/i18n/locales'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { LinkButton } from '@throughcare/ui/link-button'
import type { Metadata } from 'next'
import { createTranslator } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import styles from '../../../../../audit/copy.module.css'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../print-pack/print-button.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { compiledWords } from '../../../../../words/compiled-words.ts'
import { currentReader } from '../../../../../words/current-reader.ts'

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

const readCopy = cache(async (episodeId: string) => {
  const { person } = await readCase(episodeId)
  const caller = await api()
  return { person, copy: await orNotFound(caller.audit.copy({ episodeId })) }
})

async function readSheet({ params, searchParams }: Props) {
  const [{ episodeId }, { language }] = await Promise.all([params, searchParams])
  const { person, copy } = await readCopy(episodeId)
  const locale: Locale = LOCALES.find((one) => one === language) ?? personLanguage(person.languages).locale
  const words = createTranslator({
    locale,
    messages: (compiledWords(locale)['person-who-saw'] ?? {}) as Record<string, never>,
  }) as unknown as (key: string, values?: Record<string, string | number>) => string
  return { episodeId, copy, locale, words }
}

/** Of the paper, not of the product: it becomes the title of the file that somebody keeps on a telephone. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { words } = await readSheet(props)
  return { title: { absolute: words('title') } }
}

/**
 * Who has seen my record, for the person to take along, in their language. It names neither them nor any place that might be a refuge, and
 * nothing of a partner. What stands above it is for the screen alone.
 */
export default async function WhoSawCopyPage(props: Props) {
  const { episodeId, copy, locale, words } = await readSheet(props)
  const [t, reader] = await Promise.all([getTranslations('audit.copy'), currentReader()])
  const day = (one: (typeof copy.lines)[number]['day']) => formatDay(one, locale, 'long')
  return (
    <>
      <header className={styles.deeds} lang={reader.locale} dir="ltr">
        <p>{t('check')}</p>
        <PrintButton text={t('print')} />{' '}
        <LinkButton href={paths.whoSaw(episodeId)} variant="secondary" icon="back">
          {t('back')}
        </LinkButton>
        <FilterBar
          label={t('language')}
          groups={[
            {
              key: 'language',
              label: t('language'),
              options: LOCALES.map((one) => ({
                href: paths.whoSawCopy(episodeId, { language: one }),
                text: LOCALE_NAMES[one],
                selected: one === locale,
              })),
            },
          ]}
        />
      </header>
      <main className={styles.sheet} lang={locale} dir={directionOf(locale)}>
        <h1>{words('title')}</h1>
        <p>{words('lead')}</p>
        <p>{words('made', { day: day(plainDateIn(new Date(copy.now), getZone(copy.timeZone))) })}</p>
        {copy.lines.length === 0 ? (
          <p>{words('none')}</p>
        ) : (
          <table className={styles.list}>
            <thead>
              <tr>
                {(['day', 'who', 'where', 'what'] as const).map((column) => (
                  <th key={column} scope="col">
                    {words(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {copy.lines.map((line) => (
                <tr key={JSON.stringify(line)}>
                  <td>{day(line.day)}</td>
                  <td>{line.name ?? words('somebody')}</td>
                  <td>{line.service.name ?? words(`kind.${line.service.kind}`)}</td>
                  <td>
                    {words(`deed.${line.deed}`, { times: String(line.times) })}
                    {line.inEmergency && ` · ${words('emergency')}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {copy.isCut && <p>{words('cut')}</p>}
        <p>{words('unnamed')}</p>
        <p>{words('carries')}</p>
        <p>{words('ask')}</p>
      </main>
    </>
  )
}
