import type { ListedService } from '@throughcare/api/service/list-services'
import type { DayOpening } from '@throughcare/domain/calendar/opening-hours'
import { hoursLine } from '@throughcare/domain/service/day-hours'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { FactList } from '@throughcare/ui/fact-list'
import { Link } from '@throughcare/ui/link'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import { getServiceWords } from './get-service-words.ts'

/** Services as one looks for them before sending somebody: what they take, when they are there, how long it takes. */
export async function DirectoryTable({ services }: { readonly services: readonly ListedService[] }) {
  const [t, admission, words, format] = await Promise.all([
    getTranslations('service'),
    getTranslations('admission'),
    getServiceWords(),
    getFormat(),
  ])
  return (
    <Table
      caption={t('list.caption')}
      hideCaption
      columns={[
        { key: 'name', header: t('list.name'), isRowHeader: true },
        { key: 'receives', header: t('list.receives') },
        { key: 'today', header: t('list.today') },
        { key: 'takes', header: admission('heading') },
        { key: 'phone', header: t('list.phone') },
      ]}
      rows={services.map((service) => ({
        key: service.id,
        cells: {
          name: (
            <>
              <Link href={paths.service(service.id)}>{service.name}</Link>
              <FactList facts={[t(`kind.${service.kind as ServiceKind}`), words.place(service)]} />
            </>
          ),
          receives: [words.receives(service.receives), service.canDose ? words.doses(true) : null]
            .filter(Boolean)
            .join(', '),
          today: (
            <FactList
              facts={[
                hours('open-today', service.today),
                service.dosesToday && hours('doses-today', service.dosesToday),
              ].filter((fact) => fact !== null)}
            />
          ),
          takes: takes(service),
          phone: service.phone ?? t('contact.no-phone'),
        },
      }))}
    />
  )

  function hours(word: 'open-today' | 'doses-today', day: DayOpening): string {
    if (day.kind === 'open') return t(`list.${word}`, { hours: hoursLine(day.intervals) })
    if (day.kind === 'hours-unknown') return t(`list.${word}`, { hours: t('list.hours-unknown') })
    return word === 'open-today' ? t('list.closed-today') : t('list.doses-today', { hours: t('list.no-doses') })
  }

  function takes({ admission: said }: ListedService) {
    if (said === null) return admission('never-asked')
    const facts = [
      said.waitingDays === null ? admission('waiting-unknown') : admission('waiting', { days: said.waitingDays }),
      admission(`women.${said.womenOnly}`),
      admission(`takes.${said.couples}`),
      admission('asked', { day: format.day(said.askedOn) }),
      said.toldBy && admission('said-by', { name: said.toldBy }),
    ]
    return <FactList facts={facts.filter((fact) => fact !== null && fact !== '')} />
  }
}
