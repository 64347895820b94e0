import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { AreaStanding, ReleaseStanding } from '@throughcare/api/release/get-standing'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../handoff/person-name.ts'
import { getFormat } from '../words/get-format.ts'

type Props = {
  readonly view: CaseView
  readonly standing: ReleaseStanding
  readonly medication: MedicationView | null
}

/**
 * What to read out when a service is rung, a text for each. It says no more than the handoffs to that service carry: the last
 * dose stands only in the text for whoever takes over the treatment.
 */
export async function TelephoneTexts({ view, standing, medication }: Props) {
  const [t, area, format] = await Promise.all([getTranslations('release'), getTranslations('area.name'), getFormat()])
  const services = Map.groupBy(
    standing.areas.filter((one) => one.service !== null),
    (one) => one.service?.id ?? '',
  )
  if (services.size === 0 || standing.releasedAt === null) return null
  return (
    <Section heading={t('out.phone.heading')} lead={t('out.phone.lead')}>
      {[...services].map(([id, ofService]) => (
        <Disclosure key={id} summary={t('out.phone.to', { name: ofService[0]?.service?.name ?? '' })}>
          <Prose>
            <p>{textFor(ofService)}</p>
          </Prose>
        </Disclosure>
      ))}
    </Section>
  )

  function textFor(ofService: readonly AreaStanding[]): string {
    const { person } = view
    const zone = standing.timeZone
    const waiting = ofService.filter(({ handoff }) => handoff?.status === 'sent')
    const named = (ones: readonly AreaStanding[]) => ones.map((one) => area(one.area)).join(', ')
    const due = waiting.map(({ handoff }) => handoff?.dueAt ?? '').toSorted()[0]
    const takesTreatment = ofService.some((one) => one.area === 'omt')
    return [
      t('out.phone.who', {
        prison: standing.prisonName,
        name: listedName(person),
        born: person.dateOfBirth ? format.day(person.dateOfBirth) : t('out.phone.born-unknown'),
        number: person.number ?? t('out.phone.number-unknown'),
        at: format.instant(standing.releasedAt ?? '', 'weekday', zone),
      }),
      due
        ? t('out.phone.sent', { areas: named(waiting), due: format.instant(due, 'weekday', zone) })
        : t('out.phone.has', { areas: named(ofService) }),
      ...(takesTreatment && medication ? doseSentences(medication) : []),
      t('out.phone.not-included'),
    ].join(' ')
  }

  function doseSentences({ lastDose, nextAppointment }: MedicationView): string[] {
    const last =
      lastDose &&
      (lastDose.givenAt
        ? format.instant(lastDose.givenAt, 'weekday', standing.timeZone)
        : format.day(lastDose.toDay, 'weekday'))
    const at =
      nextAppointment &&
      (nextAppointment.at
        ? format.instant(nextAppointment.at, 'weekday', nextAppointment.timeZone)
        : format.day(nextAppointment.day, 'weekday'))
    return [
      last ? t('out.phone.last', { last }) : t('out.phone.last-unknown'),
      at
        ? t('out.phone.appointment', { appointment: [at, nextAppointment?.place].filter(Boolean).join(', ') })
        : t('out.phone.no-appointment'),
    ]
  }
}
