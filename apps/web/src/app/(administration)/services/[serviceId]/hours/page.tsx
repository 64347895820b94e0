import { hoursLine } from '@throughcare/domain/service/day-hours'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { getServiceWords } from '../../../../../service/get-service-words.ts'
import { HoursForm } from '../../../../../service/hours-form.tsx'
import { DAYS, type Timetable, type TypedHours } from '../../../../../service/hours-typed.ts'
import { ServicePage } from '../../../../../service/service-page.tsx'
import { mayHere } from '../../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'

export const generateMetadata = pageTitle('service', 'hours.title')

type Props = { params: Promise<{ serviceId: string }> }

/** The ordinary week of a service, for administrators: when somebody is there, and when doses are given. */
export default async function ServiceHoursPage({ params }: Props) {
  const serviceId = idOrNotFound((await params).serviceId)
  const caller = await api()
  if (!(await mayHere('service.set-hours'))) forbidden()
  const service = await orNotFound(caller.service.byId({ serviceId }))
  const [t, words] = await Promise.all([getTranslations('service'), getServiceWords()])
  return (
    <ServicePage service={service} title={t('hours.title')} lead={t('hours.form-lead', { zone: service.timeZone })}>
      <HoursForm
        key={service.version}
        serviceId={serviceId}
        seenVersion={service.version}
        canDose={service.canDose}
        hours={{ ...typed('open'), ...typed('dosing') } as TypedHours}
        weekdays={DAYS.map(words.weekday)}
      />
    </ServicePage>
  )

  function typed(timetable: Timetable) {
    const told = service.hours.filter(({ purpose }) => purpose === timetable)
    return {
      [`${timetable}Unknown`]: told.length === 0,
      ...Object.fromEntries(
        DAYS.map((day) => [
          `${timetable}${day}`,
          hoursLine(
            told.filter(({ weekday }) => weekday === day).map(({ opens, closes }) => ({ from: opens, to: closes })),
          ),
        ]),
      ),
    }
  }
}
