import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** A public holiday of a country, or of the part of it that `region` names ('' for the country as a whole). */
export type PublicHoliday = { region: string; day: PlainDate; name: string }

/**
 * Replaces the public holidays of a country in these years. Only the system actor may: the table is a reference table, and
 * nobody's hat opens it for writing. A holiday that a parliament moved goes away with the next fill.
 */
export async function recordHolidays(
  { tx }: Deed<SystemActor>,
  country: string,
  years: readonly number[],
  holidays: readonly PublicHoliday[],
): Promise<void> {
  await tx.$queryRaw`select app.fill_holidays(${country}, ${[...years]}::int[], ${JSON.stringify(holidays)}::jsonb)::text`
}
