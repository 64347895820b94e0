import { LinkButton } from '@throughcare/ui/link-button'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readCase, readMedication } from '../../../../../care-plan/read-case.ts'
import { getItemWords } from '../../../../../checklist/get-item-words.ts'
import { carriesSentence } from '../../../../../handoff/carries-sentence.ts'
import { getContentSections } from '../../../../../handoff/get-content-sections.ts'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { getCoverWords } from '../../../../../medication/get-cover-words.ts'
import { paths } from '../../../../../paths.ts'
import { PrintButton } from '../../../../../print-pack/print-button.tsx'
import styles from '../../../../../print-pack/print-sheet.module.css'
import { SheetBlock } from '../../../../../print-pack/sheet-block.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { currentReader } from '../../../../../words/current-reader.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('handoff', 'sheet.title')

type Props = { readonly params: Promise<{ handoffId: string }> }

/** One handoff on paper, for the service that takes it: what travels, with the sentence and what must not be done with it. */
export default async function HandoffSheetPage({ params }: Props) {
  const handoffId = idOrNotFound((await params).handoffId)
  const caller = await api()
  const handoff = await orNotFound(caller.handoff.byId({ handoffId }))
  const { content } = handoff
  // Only the envelope is left: there is nothing to print.
  if (!content || !handoff.episodeId) notFound()
  const [view, medication, cover] = await Promise.all([
    readCase(handoff.episodeId),
    content.categories.includes('omt') ? readMedication(handoff.episodeId) : null,
    getCoverWords(),
  ])
  const sentence = medication?.treatment
    ? cover.sentence(medication.sentence, medication.dosingPoint?.name ?? null)
    : null
  const [sections, t, print, areaName, format, { locale }] = await Promise.all([
    getContentSections(content, sentence),
    getTranslations('handoff'),
    getTranslations('print-pack'),
    getTranslations('area.name'),
    getFormat(),
    currentReader(),
  ])
  const words = await getItemWords(view)
  const carried = new Set(content.items.map(({ id }) => id))
  const items = view.items.filter(({ id }) => carried.has(id))
  const { person, release } = content
  return (
    <>
      <header className={styles.deeds}>
        <PrintButton text={print('print')} />{' '}
        <LinkButton href={paths.handoff(handoffId)} variant="secondary" icon="back">
          {t('sheet.back')}
        </LinkButton>
      </header>
      <main className={styles.paper} data-size="ordinary">
        <h1>{t('one.heading', { area: areaName(handoff.area) })}</h1>
        <p>{t('one.from-to', { from: handoff.sending.name, to: handoff.receiving.name })}</p>
        <SheetBlock
          place={0}
          block={{
            kind: 'warning',
            heading: t('whatTravels.doNotPassOn'),
            lines: [carriesSentence(t, locale, handoff.carries)],
          }}
        />
        <SheetBlock place={1} block={{ kind: 'lines', heading: null, lines: [...whoLines(), ...standsLines()] }} />
        <SheetBlock
          place={2}
          block={
            items.length === 0
              ? { kind: 'lines', heading: t('one.items'), lines: [t('one.no-items')] }
              : {
                  kind: 'table',
                  caption: t('one.items'),
                  head: [t('sheet.item'), t('sheet.due'), t('one.accountable')],
                  rows: items.map((item) => [words.title(item.code), words.due(item), item.accountableServiceName]),
                }
          }
        />
        {sections.map((section, at) => (
          <SheetBlock
            key={section.key}
            place={at + 3}
            block={{
              kind: 'lines',
              heading: section.heading,
              lines:
                section.lines.length === 0
                  ? [section.none]
                  : section.lines.map(({ label, text }) => `${label}: ${text}`),
            }}
          />
        ))}
        <div className={styles.foot}>
          <p>{t('sheet.as-of', { at: format.instant(handoff.now, 'weekday') })}</p>
        </div>
      </main>
    </>
  )

  function whoLines(): string[] {
    if (!person) return []
    return [
      [
        [person.givenNames, person.familyName].filter(Boolean).join(' '),
        person.dateOfBirth ? t('sheet.born', { day: format.day(person.dateOfBirth) }) : null,
        person.number,
      ]
        .filter(Boolean)
        .join(' · '),
    ]
  }

  function standsLines(): string[] {
    const due = handoff.status === 'sent' ? [t('fact.answer-by', { at: format.instant(handoff.dueAt, 'weekday') })] : []
    const leaves = release?.releasedAt
      ? t('sheet.left', { at: format.instant(release.releasedAt, 'weekday', release.timeZone), prison: release.prison })
      : release?.day
        ? t('sheet.leaves', { day: format.day(release.day), prison: release.prison })
        : null
    return [
      ...(leaves ? [leaves] : []),
      t('sheet.accountable', { name: handoff.accountableName, status: t(`status.${handoff.status}`) }),
      ...due,
    ]
  }
}
