import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { formatDay } from '@throughcare/i18n/format-time'
import { directionOf, LOCALE_NAMES, LOCALES, type Locale, personLanguage } from '@throughcare/i18n/locales'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { LinkButton } from '@throughcare/ui/link-button'
import type { Metadata } from 'next'
import { createTranslator } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../print-pack/print-button.tsx'
import styles from '../../../../../print-pack/print-sheet.module.css'
import { SheetBlock } from '../../../../../print-pack/sheet-block.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { compiledWords } from '../../../../../words/compiled-words.ts'
import { currentReader } from '../../../../../words/current-reader.ts'

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

const readSharing = cache(async (episodeId: string) => {
  const { person } = await readCase(episodeId)
  const caller = await api()
  return { person, view: await orNotFound(caller.consent.byEpisode({ episodeId })) }
})

async function readSheet({ params, searchParams }: Props) {
  const [{ episodeId }, { language }] = await Promise.all([params, searchParams])
  const { person, view } = await readSharing(episodeId)
  const locale: Locale = LOCALES.find((one) => one === language) ?? personLanguage(person.languages).locale
  const words = createTranslator({
    locale,
    messages: (compiledWords(locale)['person-sharing'] ?? {}) as Record<string, never>,
  }) as unknown as (key: string, values?: Record<string, string>) => string
  return { episodeId, view, locale, words }
}

/** Of the paper, not of the product: it becomes the title of the file that somebody keeps on a telephone. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { words } = await readSheet(props)
  return { title: { absolute: words('title') } }
}

/**
 * What may be shared about me, for the person to take along, in their language: what they said, for whom and until when, and how
 * they take it back. It names neither them nor an illness, a treatment or a single service. What stands above it is for the screen.
 */
export default async function MySharingPage(props: Props) {
  const { episodeId, view, locale, words } = await readSheet(props)
  const [t, print, reader] = await Promise.all([
    getTranslations('consent'),
    getTranslations('print-pack'),
    currentReader(),
  ])
  const day = (one: Parameters<typeof formatDay>[0]) => formatDay(one, locale, 'long')
  const dayOf = (instant: string) => day(plainDateIn(new Date(instant), getZone(view.timeZone)))
  const list = (parts: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
  const said = view.consents.map((one) => [
    list(one.categories.map((category) => words(`what.${category}`))),
    words('for', { who: list([...new Set([...one.kinds, ...one.serviceKinds])].map((kind) => words(`kind.${kind}`))) }),
    one.toOn
      ? words('from-to', { from: day(one.fromOn), to: day(one.toOn) })
      : words('from-open', { from: day(one.fromOn) }),
    `${words(`standing.${one.standing}`)}. ${words('said', { day: dayOf((one.withdrawn ?? one).recordedAt) })}`,
  ])
  const objections = view.objections.map(
    (one) => `${dayOf(one.recordedAt)}: ${words(`objection-${one.decision ?? 'waiting'}`)}`,
  )
  return (
    <>
      <header className={styles.deeds} lang={reader.locale} dir="ltr">
        <PrintButton text={print('print')} />{' '}
        <LinkButton href={paths.sharing(episodeId)} variant="secondary" icon="back">
          {t('title')}
        </LinkButton>
        <FilterBar
          label={t('copy.language')}
          groups={[
            {
              key: 'language',
              label: t('copy.language'),
              options: LOCALES.map((one) => ({
                href: paths.mySharing(episodeId, { language: one }),
                text: LOCALE_NAMES[one],
                selected: one === locale,
              })),
            },
          ]}
        />
      </header>
      <main className={styles.paper} lang={locale} dir={directionOf(locale)} data-size="normal">
        <h1>{words('title')}</h1>
        <p>{words('lead')}</p>
        {said.length === 0 && <p>{words('none')}</p>}
        {said.map((lines, place) => (
          <SheetBlock key={place} place={place} block={{ kind: 'lines', heading: null, lines }} />
        ))}
        {objections.length > 0 && (
          <SheetBlock place={90} block={{ kind: 'lines', heading: words('objections'), lines: objections }} />
        )}
        <SheetBlock place={91} block={{ kind: 'lines', heading: words('back-heading'), lines: [words('back')] }} />
        <SheetBlock place={92} block={{ kind: 'lines', heading: words('more-heading'), lines: [words('more')] }} />
        <div className={styles.foot}>
          <p>{words('made', { day: day(view.today) })}</p>
        </div>
      </main>
    </>
  )
}
