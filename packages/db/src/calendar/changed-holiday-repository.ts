import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** A country, or the part of it by whose public holidays some services of this installation go. */
export type HolidayPlace = { country: string; region: string; services: number }

/** The last word of an administrator about a day. */
export type HolidayChange = {
  day: PlainDate
  version: number
  isHoliday: boolean
  name: string | null
  reason: string
  at: string
  by: string
}

/** A dosing point of the region, and how it stands on one day whatever the holiday is. */
export type PlaceOnDay = {
  id: string
  name: string
  /** Whether its week has dosing hours on that weekday; null: nobody told hours. */
  dosesThatWeekday: boolean | null
  isShut: boolean
  /** What the place itself said about the day: then a holiday changes nothing. */
  said: 'open' | 'closed' | null
}

/** The places for which this installation keeps holidays. */
export function findHolidayPlaces({ tx }: Deed): Promise<HolidayPlace[]> {
  return tx.$queryRaw<HolidayPlace[]>`
    select s.country, a.holiday_region as region, count(*)::int as services
    from service s join area a on a.id = s.area_id
    group by 1, 2 order by 1, 2`
}

/** The public holidays of a place in a year, as everything reads them. */
export function findHolidays(
  { tx }: Deed,
  { country, region }: Omit<HolidayPlace, 'services'>,
  year: number,
): Promise<{ day: PlainDate; name: string }[]> {
  return tx.$queryRaw<{ day: PlainDate; name: string }[]>`
    select h.day::text as day, h.name from public_holiday h
    where h.country = ${country} and h.region = ${region} and extract(year from h.day) = ${year}::int
    order by h.day`
}

/** The last word about each day of a place in a year. */
export function findHolidayChanges(
  { tx }: Deed,
  { country, region }: Omit<HolidayPlace, 'services'>,
  year: number,
): Promise<HolidayChange[]> {
  return tx.$queryRaw<HolidayChange[]>`
    select distinct on (c.day) c.day::text as day, c.version, c.is_holiday as "isHoliday", c.name, c.reason,
      app.utc(c.changed_at) as at, a.display_name as by
    from holiday_change c join account a on a.id = c.changed_by
    where c.country = ${country} and c.region = ${region} and extract(year from c.day) = ${year}::int
    order by c.day, c.version desc`
}

/** The dosing points of a place on a day. */
export function findPlacesOnDay(
  { tx }: Deed,
  { country, region }: Omit<HolidayPlace, 'services'>,
  day: PlainDate,
): Promise<PlaceOnDay[]> {
  return tx.$queryRaw<PlaceOnDay[]>`
    select s.id, s.name, week.doses as "dosesThatWeekday",
      exists (select 1 from service_closure c where c.service_id = s.id and ${day}::date between c.from_day and c.to_day
        and not exists (select 1 from service_closure_removal r where r.closure_id = c.id)) as "isShut",
      (select nullif(d.said, 'withdrawn') from service_day d
        where d.service_id = s.id and d.day = ${day}::date and d.purpose = 'dosing' order by d.version desc limit 1) as said
    from service s join area a on a.id = s.area_id
    cross join lateral (select bool_or(h.weekday = extract(isodow from ${day}::date)) as doses
      from service_hours h where h.service_id = s.id and h.purpose = 'dosing') week
    where s.can_dose and s.country = ${country} and a.holiday_region = ${region}
    order by s.name`
}

/** How many people are dosed at the dosing points of a place; null for fewer than five. */
export async function countPeopleDosedIn(
  { tx }: Deed,
  { country, region }: Omit<HolidayPlace, 'services'>,
): Promise<number | null> {
  const [row] = await tx.$queryRaw<
    { people: number | null }[]
  >`select app.people_dosed_in(${country}, ${region}) as people`
  return row?.people ?? null
}

/**
 * Makes a day a public holiday of a place, or none, and puts it where everything reads it.
 *
 * @returns false when another word about the day stands than the one that was seen
 */
export async function recordHolidayChange(
  { tx }: Deed,
  seen: { country: string; region: string; day: PlainDate; version: number | null },
  { name, reason }: { name: string | null; reason: string },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ changed: boolean }[]>`
    select app.change_holiday(${newId()}::uuid, ${seen.country}, ${seen.region}, ${seen.day}::date, ${seen.version}::int, ${name},
      ${reason}) as changed`
  return row?.changed ?? false
}
