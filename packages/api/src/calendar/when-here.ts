import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { weekday } from '@throughcare/domain/calendar/plain-date'
import { clockTimeIn, getZone, plainDateIn } from '@throughcare/domain/calendar/zone'

/** The hour at the service's own place, and whether people work there today: no weekend and no public holiday. */
export async function whenHere({ tx, actor, now }: Deed<Actor>): Promise<{ hour: number; isWorkingDay: boolean }> {
  const zone = getZone(actor.serviceTimeZone)
  const today = plainDateIn(now, zone)
  const [holiday] = await tx.$queryRaw<object[]>`
    select 1 from public_holiday h where h.country = ${actor.serviceCountry} and h.day = ${today}::date and h.region = '' limit 1`
  return { hour: Number(clockTimeIn(now, zone).slice(0, 2)), isWorkingDay: weekday(today) <= 5 && !holiday }
}
