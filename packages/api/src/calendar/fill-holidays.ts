import type { SystemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { type PublicHoliday, recordHolidays } from '@throughcare/db/calendar/holiday-repository'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import Holidays from 'date-holidays'

/**
 * Which days are public holidays in this country, and in each of its parts, in these years?
 *
 * Every part's list is whole: a part may keep fewer days than the country (Scotland has no Easter Monday), so the lists are
 * not added up. Names are in the country's own language. Calculated from the rules of date-holidays; what a parliament decides
 * at short notice comes with the next version of it, which is why a place's own word about a day wins (rule CAL-3).
 *
 * @returns nothing for a country that date-holidays does not know: its days count as ordinary ones.
 */
export function holidaysOf(country: string, years: readonly number[]): PublicHoliday[] {
  const parts = Object.keys(new Holidays().getStates(country) ?? {})
  return ['', ...parts].flatMap((region) => {
    const calendar = region === '' ? new Holidays(country) : new Holidays(country, region)
    return years.flatMap((year) => daysOf(calendar, year).map((holiday) => ({ region, ...holiday })))
  })
}

/** One row a day: where two holidays fall on one day, the first one's name stands. */
function daysOf(calendar: Holidays, year: number): Omit<PublicHoliday, 'region'>[] {
  const byDay = new Map<string, string>()
  for (const holiday of calendar.getHolidays(year) ?? []) {
    const day = holiday.date.slice(0, 10)
    if (holiday.type === 'public' && day.startsWith(String(year)) && !byDay.has(day)) byDay.set(day, holiday.name)
  }
  return [...byDay].map(([day, name]) => ({ day: getPlainDate(day), name }))
}

/** Fills the public holidays of a country for these years. The worker does it at start and once a month. */
export async function fillHolidays(actor: SystemActor, country: string, years: readonly number[]): Promise<void> {
  const holidays = holidaysOf(country, years)
  await asActor(actor, (deed) => recordHolidays(deed, country, years, holidays))
}
