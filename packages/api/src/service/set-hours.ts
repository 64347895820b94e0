import type { Actor } from '@throughcare/db/actor'
import { type HoursRow, recordHours } from '@throughcare/db/service/service-keeping'
import type { ServiceWithHours } from '@throughcare/db/service/service-repository'
import { WEEKDAYS } from '@throughcare/domain/calendar/plain-date'
import type { SetHoursInput, Week } from '@throughcare/domain/service/set-hours-input'
import { invalidField } from '../app-error.ts'
import { keepService, type ServiceKept } from './keep-service.ts'

/**
 * Puts the two timetables of a service's ordinary week in the place of the ones before: when somebody is there, and when
 * supervised doses are given.
 *
 * @throws AppError `not-found` · `changed-meanwhile` · `invalid-input` for dosing hours where nobody is dosed
 */
export function setHours(actor: Actor, input: SetHoursInput): Promise<ServiceKept> {
  const rows = [...rowsOf('open', input.open), ...rowsOf('dosing', input.dosing)]
  return keepService(actor, 'service.set-hours', input, {
    what: 'hours',
    decide: (service) => {
      if (input.dosing !== null && !service.canDose) throw invalidField('dosing', 'service.dosing.doses-nobody')
      return { before: weekOf(service.hours), after: weekOf(rows) }
    },
    write: (deed) => recordHours(deed, input.serviceId, rows),
    current: (service) => weekOf(service.hours),
  })
}

function rowsOf(purpose: HoursRow['purpose'], week: Week | null): HoursRow[] {
  return WEEKDAYS.flatMap((weekday) =>
    (week?.[`${weekday}`] ?? []).map(({ from, to }) => ({ purpose, weekday, opens: from, closes: to })),
  )
}

/** The rows as a line for each day that has hours: how history and a page that is behind show them. */
function weekOf(rows: ServiceWithHours['hours']): Record<string, string> {
  const byDay = Map.groupBy(rows, ({ purpose, weekday }) => `${purpose}${weekday}`)
  return Object.fromEntries(
    [...byDay].map(([day, spans]) => [
      day,
      spans
        .toSorted((left, right) => (left.opens < right.opens ? -1 : 1))
        .map(({ opens, closes }) => `${opens}–${closes}`)
        .join(', '),
    ]),
  )
}
