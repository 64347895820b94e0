import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { SummaryList, type SummaryRow } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { getCoverWords } from './get-cover-words.ts'
import styles from './treatment-facts.module.css'

type Props = {
  readonly medication: MedicationView
  readonly treatment: NonNullable<MedicationView['treatment']>
}

/** What is prescribed, where it goes on, and when it was last given. */
export async function TreatmentFacts({ medication, treatment }: Props) {
  const [t, format, cover] = await Promise.all([getTranslations('medication'), getFormat(), getCoverWords()])
  const unknown = t('treatment.not-known')
  const row = (key: string, label: string, value: SummaryRow['value']): SummaryRow => ({ key, label, value })
  return (
    <SummaryList
      compact
      rows={[
        row('medicine', t('treatment.medicine'), t(`medicine.${treatment.medicine}`)),
        row(
          'prescribed',
          t('treatment.prescribed'),
          treatment.prescribedText ? <span className={styles.asPrescribed}>{treatment.prescribedText}</span> : unknown,
        ),
        ...(treatment.form ? [row('form', t('treatment.form'), treatment.form)] : []),
        row('rhythm', t('treatment.rhythm'), rhythmWords()),
        row('titration', t('treatment.titration'), t(`titration.${treatment.titration}`)),
        row('last', t('treatment.last'), lastWords()),
        ...(medication.regime ? [row('regime', t('treatment.regime'), regimeWords(medication.regime.kind))] : []),
        row('dosing', t('treatment.dosing'), dosingWords()),
        ...(treatment.dosing && treatment.id === medication.treatment?.id
          ? [row('lateness', t('lateness.label'), latenessWords(treatment.dosing.name))]
          : []),
        row('next', t('treatment.next'), nextWords()),
        row('since', t('treatment.since'), treatment.startedOn ? format.day(treatment.startedOn) : unknown),
        ...(treatment.endedOn ? [row('until', t('treatment.until'), format.day(treatment.endedOn))] : []),
      ]}
    />
  )

  function rhythmWords(): string {
    const days = treatment.rhythmWeekdays.map((day) => t(`weekday.${day}`)).join(', ')
    const parts = treatment.dosesPerDay > 1 ? t('treatment.doses-per-day', { count: treatment.dosesPerDay }) : ''
    return [t(`rhythm.${treatment.rhythm}`), days, parts].filter(Boolean).join(', ')
  }

  function lastWords(): string {
    const { lastDose } = medication
    if (!lastDose) return t('treatment.never')
    const said = {
      what: t(`kind.${lastDose.kind}`),
      day: cover.days(lastDose.forDay, lastDose.toDay),
      service: lastDose.serviceName,
    }
    return lastDose.givenAt
      ? t('treatment.last-at', { ...said, time: format.instant(lastDose.givenAt, 'time') })
      : t('treatment.last-on', said)
  }

  function regimeWords(kind: NonNullable<MedicationView['regime']>['kind']): string {
    const day = treatment.regimeConfirmedOn ? format.day(treatment.regimeConfirmedOn, 'weekday') : unknown
    if (kind === 'confirmed') return t('regime.confirmed', { day, name: treatment.regimeConfirmedBy ?? '' })
    return kind === 'stale' ? t('regime.stale', { day }) : t('regime.not-confirmed')
  }

  function latenessWords(place: string): string {
    const { agreedLateness } = medication
    if (agreedLateness === null) return t('lateness.none')
    const { until, recordedBy, recordedAt } = agreedLateness
    const said = { name: recordedBy ?? '', when: format.instant(recordedAt) }
    return until === null ? t('lateness.taken-back', said) : t('lateness.agreed', { ...said, place, until })
  }

  function dosingWords(): string {
    const point = medication.dosingPoint
    if (!point) return treatment.dosing?.name ?? t('treatment.none')
    const { today } = point
    const hours =
      today.kind === 'open'
        ? t('treatment.open-today', { hours: today.intervals.map(({ from, to }) => `${from}–${to}`).join(', ') })
        : today.kind === 'closed'
          ? t('treatment.closed-today', { why: cover.closed(today.because, today.holiday, today.reason) })
          : t('treatment.hours-unknown')
    const next =
      today.kind === 'closed' && point.nextDosingDay
        ? t('treatment.next-dosing-day', { day: format.day(point.nextDosingDay, 'brief') })
        : null
    return [point.name, point.phone, hours, next].filter(Boolean).join('; ')
  }

  function nextWords(): string {
    const next = medication.nextAppointment
    if (!next) return t('treatment.none')
    if (!next.isBooked || next.at === null)
      return [t('treatment.appointment-said', { day: format.day(next.day, 'weekday') }), next.place]
        .filter(Boolean)
        .join(', ')
    return [format.instant(next.at, 'weekday', next.timeZone), next.place].filter(Boolean).join(', ')
  }
}
