import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { addDays } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, scheduledInstant } from '@throughcare/domain/calendar/zone'
import type { StageRows } from './stage-rows.ts'

type IdOf = (noun: string, key: string) => string

/** Who writes on the charts of which service. */
const WRITERS = [
  { service: 'northgate', email: 'manager@northgate.example' },
  { service: 'region', email: 'manager@north-region.example' },
] as const

/** What two managers wrote on their charts: Easter, limits that begin anew, and a target. */
export function chartNotes(
  today: PlainDate,
  holidays: StageRows['publicHoliday'],
  idOf: IdOf,
): StageRows['figureAnnotation'] {
  const easter = holidays
    .filter(({ country, name, day }) => country === 'GB' && name === 'Good Friday' && addDays(day, 8) < today)
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  const written = (day: PlainDate) =>
    scheduledInstant(addDays(day, 7), ClockTime.parse('10:00'), getZone('Europe/London'))
  const monthsAgo = (months: number) => addDays(today, -30 * months)
  return WRITERS.flatMap(({ service, email }) => {
    const by = { serviceId: idOf('service', service), writtenBy: idOf('account', email) }
    const note = (key: string, day: PlainDate, more: Partial<StageRows['figureAnnotation'][number]>) => ({
      id: idOf('chart note', `${service} ${key}`),
      ...by,
      kind: 'happening',
      indicator: null,
      month: day.slice(0, 7),
      name: key,
      note: null,
      percent: null,
      writtenAt: written(day),
      ...more,
    })
    return [
      ...(easter
        ? [note('Easter: dosing points shut', easter, { note: 'Four days without doses for whoever left before.' })]
        : []),
      note('Handoffs asked for two weeks earlier', monthsAgo(6), {
        kind: 'new-limits',
        indicator: 'acknowledged-before-release',
        note: 'The release list comes a fortnight earlier from this month on.',
      }),
      note('A third', monthsAgo(9), { kind: 'target', indicator: 'dose-within-48-hours', percent: 33 }),
    ]
  })
}
