import type { DoseListRow, ListedEntry } from '@throughcare/api/dose-list/dose-list-row'
import type { RoutingState } from '@throughcare/domain/medication/routing'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { StatusTag } from '@throughcare/ui/status-tag'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import styles from './dose-list.module.css'

type Props = { readonly row: DoseListRow; readonly name: string }

/** States that stop the hand: the prescriber first. */
const STOPS: readonly RoutingState[] = ['ring-prescriber', 'treat-as-new-start']

const TONE_OF_DEPOT = {
  covered: 'good',
  'book-now': 'attention',
  due: 'attention',
  'late-in-window': 'attention',
  overdue: 'urgent',
  review: 'urgent',
} as const satisfies Record<string, Tone>

/** One person of the dose list: who, what the prescriber wrote, what was recorded today, and what to mind before a dose. */
export async function DoseFacts({ row, name }: Props) {
  const [t, medication, rules, format, cover] = await Promise.all([
    getTranslations('dose-list'),
    getTranslations('medication'),
    getTranslations('rule-set'),
    getFormat(),
    getCoverWords(),
  ])
  const { treatment, daysWithout, routing, depot, injection, quickBlock, entries } = row
  const lastCovered = daysWithout.kind === 'counted' ? daysWithout.lastCoveredOn : null
  return (
    <>
      <h3 className={styles.name}>
        <Link href={paths.doses(row.episodeId)}>{name}</Link>
      </h3>
      <FactList
        facts={[
          row.dateOfBirth ? t('fact.born', { day: format.day(row.dateOfBirth) }) : t('fact.born-unknown'),
          row.number && t('fact.number', { number: row.number }),
          <strong key="medicine">{medication(`medicine.${treatment.medicine}`)}</strong>,
          treatment.form,
          rhythmWords(),
        ].filter((fact) => fact !== null && fact !== '')}
      />
      <p className={styles.prescribed}>{treatment.prescribedText ?? t('fact.not-prescribed-in-words')}</p>
      <FactList
        facts={[
          lastCovered ? t('fact.last-covered', { day: format.day(lastCovered, 'weekday') }) : t('fact.never-covered'),
        ]}
      />
      <div className={styles.states}>
        {entries.map((entry) => (
          <StatusTag key={entry.id} tone={toneOfEntry(entry)} shape={isTakenBack(entry) ? 'dash' : undefined}>
            {entryWords(entry)}
          </StatusTag>
        ))}
        {row.coveredBy !== null && entries.length === 0 && (
          <StatusTag tone="good">{medication(`way.${row.coveredBy}`)}</StatusTag>
        )}
        {daysWithout.kind === 'counted' && daysWithout.days > 0 && (
          <StatusTag tone={routing.kind === 'routed' && routing.state === 'watch' ? 'attention' : 'urgent'}>
            {medication('without.count', { days: daysWithout.days, closed: daysWithout.closedDays })}
          </StatusTag>
        )}
        {depot && (
          <StatusTag tone={depot.kind === 'injected' ? TONE_OF_DEPOT[depot.status] : 'unknown'}>
            {depotWords()}
          </StatusTag>
        )}
      </div>
      {routing.kind === 'routed' && routing.by !== 'last-dose-unknown' && routing.state !== 'no-gap' && (
        <p className={STOPS.some((state) => state === routing.state) ? styles.stop : undefined}>
          {medication(`routing.${routing.state}`)} {rules(`standing.${routing.rules.standing}`)}
        </p>
      )}
      {routing.kind === 'routed' && routing.by === 'last-dose-unknown' && (
        <p className={styles.stop}>{depot ? medication('depot.none') : medication('without.never')}</p>
      )}
      {depot && (depot.kind === 'no-injection' || (depot.kind === 'injected' && depot.asksLocalProtocol)) && (
        <p>{medication('depot.first')}</p>
      )}
      {injection && injection.due.kind !== 'open' && <p>{injectionWords(injection)}</p>}
      {quickBlock === 'other-service' && <p className={styles.stop}>{otherServiceWords()}</p>}
    </>
  )

  function rhythmWords(): string {
    const days = treatment.rhythmWeekdays.map((day) => medication(`weekday.${day}`)).join(', ')
    const parts =
      treatment.dosesPerDay > 1 ? medication('treatment.doses-per-day', { count: treatment.dosesPerDay }) : ''
    return [medication(`rhythm.${treatment.rhythm}`), days, parts].filter(Boolean).join(', ')
  }

  function entryWords(entry: ListedEntry): string {
    const said = {
      what: medication(`outcome.${entry.outcome}`),
      at: format.instant(entry.givenAt ?? entry.recordedAt, 'time'),
      name: entry.recordedBy ?? '',
      service: entry.serviceName,
    }
    if (isTakenBack(entry)) return t('entry.taken-back', said)
    return entry.isOurs ? t('entry.ours', said) : t('entry.theirs', said)
  }

  function otherServiceWords(): string {
    const other = entries.find((entry) => !entry.isOurs && !isTakenBack(entry))
    return other?.servicePhone
      ? t('other-service.ring', { service: other.serviceName, phone: other.servicePhone })
      : t('other-service.no-phone', { service: other?.serviceName ?? '' })
  }

  function injectionWords({ due, openBefore, openAfter }: NonNullable<DoseListRow['injection']>): string {
    const [before, after] = [openBefore, openAfter].map((day) => (day ? format.day(day, 'weekday') : null))
    const days = before && after ? t('injection.or', { before, after }) : (before ?? after)
    const why = due.kind === 'closed' ? cover.closed(due.because, due.holiday, due.reason) : t('opening.unknown')
    return days ? t('injection.open', { why, days }) : t('injection.none', { why })
  }

  function depotWords(): string {
    if (depot?.kind !== 'injected') return medication('depot.none')
    return t('fact.depot', {
      status: medication(`depot.status.${depot.status}`),
      due: format.day(depot.dates.due, 'weekday'),
      from: format.day(depot.dates.notBefore, 'brief'),
      to: format.day(depot.dates.windowTo, 'brief'),
    })
  }
}

function toneOfEntry({ outcome, isOurs }: ListedEntry): Tone {
  if (outcome === 'unknown' || outcome === 'entered-in-error') return 'quiet'
  if (!isOurs) return 'urgent'
  return outcome === 'given' || outcome === 'given-elsewhere' ? 'good' : 'attention'
}

/** Entered in error, and taken back. */
function isTakenBack({ outcome }: ListedEntry): boolean {
  return outcome === 'entered-in-error'
}
