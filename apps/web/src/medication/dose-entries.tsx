import type { DoseEntryView, MedicationView } from '@throughcare/api/medication/medication-view'
import { MEDICINE_TABLE } from '@throughcare/domain/medication/medicine-table'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { StatusTag } from '@throughcare/ui/status-tag'
import { TimelineList } from '@throughcare/ui/timeline-list'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { getFormat } from '../words/get-format.ts'
import { typedMoment } from '../words/local-moment.ts'
import { DoseForm } from './dose-form.tsx'
import { getCoverWords } from './get-cover-words.ts'
import { NOT_GIVEN } from './not-given.ts'

type Props = { readonly medication: MedicationView; readonly episodeId: string }

/** Every entry about a dose, the last first: late entries and corrections say so, and nothing is ever taken away. */
export async function DoseEntries({ medication, episodeId }: Props) {
  const [t, format, cover, reader] = await Promise.all([
    getTranslations('medication'),
    getFormat(),
    getCoverWords(),
    currentReader(),
  ])
  const treatments = [medication.treatment, ...medication.otherTreatments].filter((each) => each !== null)
  if (medication.entries.length === 0) return <p>{t('entries.none')}</p>
  return (
    <TimelineList
      label={t('entries.label')}
      entries={medication.entries.map((entry) => ({
        key: entry.id,
        dateTime: entry.givenAt ?? entry.forDay,
        when: whenOf(entry),
        title: titleOf(entry),
        by: t('entries.by', {
          name: entry.recordedBy ?? '',
          service: entry.serviceName,
          when: format.instant(entry.recordedAt),
        }),
        tone: toneOf(entry),
        children: (
          <>
            <FactList facts={factsOf(entry)} />
            {correctionOf(entry)}
          </>
        ),
      }))}
    />
  )

  function whenOf(entry: DoseEntryView): string {
    if (!entry.givenAt) return t('entries.no-time')
    const when = format.instant(entry.givenAt, 'weekday')
    return NOT_GIVEN.has(entry.outcome) ? when : t('entries.at', { when })
  }

  function titleOf(entry: DoseEntryView): string {
    const what = t('entries.title', { kind: t(`kind.${entry.kind}`), outcome: t(`outcome.${entry.outcome}`) })
    const days =
      entry.forDay === entry.toDay
        ? t('entries.for-day', { day: format.day(entry.forDay, 'weekday') })
        : t('entries.for-days', { from: format.day(entry.forDay, 'weekday'), to: format.day(entry.toDay, 'weekday') })
    return `${what}, ${days}`
  }

  function factsOf(entry: DoseEntryView) {
    return [
      ...(entry.lateEntry
        ? [
            <StatusTag key="late" tone="attention" shape="clock">
              {t('entries.late')}
            </StatusTag>,
          ]
        : []),
      ...(entry.correctsDoseId ? [t('entries.corrects')] : []),
      ...(entry.isReplaced
        ? [
            <StatusTag key="replaced" tone="quiet" shape="dash">
              {t('entries.replaced')}
            </StatusTag>,
          ]
        : []),
      ...entry.notTaken.map(({ from, to }) => t('entries.not-taken', { days: cover.days(from, to) })),
      ...(entry.parts > 1 ? [t('entries.parts', { count: entry.parts })] : []),
      ...(entry.product ? [t('entries.product', { product: entry.product })] : []),
      ...(entry.reason ? [t('entries.reason', { reason: entry.reason })] : []),
    ]
  }

  function correctionOf(entry: DoseEntryView) {
    const treatment = treatments.find((each) => each.id === entry.treatmentId)
    if (!entry.mayCorrect || !treatment) return null
    return (
      <Disclosure summary={t('correct.open')}>
        <DoseForm
          episodeId={episodeId}
          treatment={treatment}
          kinds={MEDICINE_TABLE[treatment.medicine].doseKinds}
          given={typedMoment(entry.givenAt ?? medication.now, reader.timeZone)}
          corrects={entry}
        />
      </Disclosure>
    )
  }
}

const COVERING = ['given', 'issued', 'given-elsewhere']

function toneOf(entry: DoseEntryView): Tone {
  if (entry.isReplaced || entry.outcome === 'entered-in-error') return 'quiet'
  if (entry.outcome === 'unknown') return 'unknown'
  return COVERING.includes(entry.outcome) ? 'good' : 'attention'
}
