import type {
  ClockInterval,
  OpeningHours,
  OpeningPurpose,
  WeeklyHours,
} from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import { getZone } from '@throughcare/domain/calendar/zone'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'

/** How far around now closures and holidays are read: a release a year ahead, and the searches of the calendar beyond it. */
const DAYS_BACK = 120
const DAYS_AHEAD = 500

/** A service as {@link OPENING_COLUMNS} reads it. */
export type OpeningRow = {
  id: string
  time_zone: string
  can_dose: boolean
  hours: { purpose: OpeningPurpose; weekday: Weekday; opens: string; closes: string }[]
  closures: { from: PlainDate; to: PlainDate; reason: string }[]
  holidays: { on: PlainDate; name: string }[]
  said: OpeningHours['confirmedDays']
}

/**
 * When these services are there, as the calendar of packages/domain takes it: one query for all of them.
 *
 * A service without a row for a purpose has not told us (`null`), except that one which doses nobody is never open for
 * dosing. What the place itself said about a day comes along: without it every holiday counts as not confirmed.
 *
 * @param daysBack how far back closures, holidays and said days are read; more than usual for what is long past
 * @returns one entry for each service that exists.
 */
export async function findOpeningHours(
  { tx, now }: Deed,
  serviceIds: readonly string[],
  daysBack: number = DAYS_BACK,
): Promise<Map<string, OpeningHours>> {
  if (serviceIds.length === 0) return new Map()
  return byService(
    await tx.$queryRaw<OpeningRow[]>`
      select ${OPENING_COLUMNS(now, daysBack)}
      from service s join area a on a.id = s.area_id
      where s.id = any (${[...new Set(serviceIds)]}::uuid[])`,
  )
}

/** The same for every service that a treatment of the case names for its doses: asked beside the treatments themselves. */
export async function findDosingHours({ tx, now }: Deed, episodeId: string): Promise<Map<string, OpeningHours>> {
  return byService(
    await tx.$queryRaw<OpeningRow[]>`
      select ${OPENING_COLUMNS(now)}
      from service s join area a on a.id = s.area_id
      where s.id in (select t.dosing_service_id from medication_treatment t where t.episode_id = ${episodeId}::uuid)`,
  )
}

function byService(rows: readonly OpeningRow[]): Map<string, OpeningHours> {
  return new Map(rows.map((row) => [row.id, openingHoursOf(row)]))
}

/** What {@link openingHoursOf} is made from, over a service `s` and its area `a`. */
export const OPENING_COLUMNS = (now: Date, daysBack: number = DAYS_BACK): Prisma.Sql => Prisma.sql`
      s.id, s.time_zone, s.can_dose,
      coalesce((select json_agg(json_build_object('purpose', h.purpose, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes)
        order by h.weekday, h.opens) from service_hours h where h.service_id = s.id), '[]') as hours,
      coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'reason', c.reason) order by c.from_day)
        from service_closure c where c.service_id = s.id and c.to_day >= ${now}::timestamptz::date - ${daysBack}::int
          and not exists (select 1 from service_closure_removal r where r.closure_id = c.id)), '[]') as closures,
      coalesce((select json_agg(json_build_object('on', p.day, 'name', p.name) order by p.day)
        from public_holiday p where p.country = s.country and p.region = a.holiday_region
          and p.day between ${now}::timestamptz::date - ${daysBack}::int and ${now}::timestamptz::date + ${DAYS_AHEAD}::int), '[]') as holidays,
      app.said_days(s.id, ${now}::timestamptz::date - ${daysBack}::int) as said`

export function openingHoursOf(row: OpeningRow): OpeningHours {
  return {
    zone: getZone(row.time_zone),
    weekly: {
      open: weeklyOf(row, 'open'),
      dosing: row.can_dose ? weeklyOf(row, 'dosing') : {},
    },
    closures: row.closures,
    holidays: row.holidays,
    confirmedDays: row.said,
  }
}

function weeklyOf(row: OpeningRow, purpose: OpeningPurpose): WeeklyHours | null {
  const told = row.hours.filter((each) => each.purpose === purpose)
  if (told.length === 0) return null
  const weekly: Partial<Record<`${Weekday}`, ClockInterval[]>> = {}
  for (const { weekday, opens, closes } of told) {
    const day = weekly[`${weekday}`] ?? []
    day.push({ from: opens, to: closes } as ClockInterval)
    weekly[`${weekday}`] = day
  }
  return weekly
}
