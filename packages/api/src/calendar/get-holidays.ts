import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  countPeopleDosedIn,
  findHolidayChanges,
  findHolidayPlaces,
  findHolidays,
  findPlacesOnDay,
  type HolidayChange,
  type HolidayPlace,
  type PlaceOnDay,
} from '@throughcare/db/calendar/changed-holiday-repository'
import type { HolidaysInput } from '@throughcare/domain/calendar/holiday-inputs'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError } from '../app-error.ts'

/** One day as it stands, and whom a change of it would touch. */
export type DayToChange = {
  day: PlainDate
  /** What the holiday is called; null: it is none. */
  name: string | null
  /** Of the last word about it; null when nobody has said anything. */
  version: number | null
  isOver: boolean
  places: PlaceOnDay[]
  /** People who are dosed at these places; null: fewer than five, or nobody. */
  people: number | null
}

export type HolidaysView = {
  places: HolidayPlace[]
  place: HolidayPlace
  year: number
  holidays: { day: PlainDate; name: string; change: HolidayChange | null }[]
  /** Days that were calculated as holidays, or entered, and were taken away. */
  takenAway: HolidayChange[]
  look: DayToChange | null
}

/**
 * The public holidays of a region, which of them somebody here changed and why; and, for one day, which dosing points and how
 * many people a change would touch.
 *
 * @throws AppError `not-found` for a region by which no service here goes
 */
export function getHolidays(actor: Actor, input: HolidaysInput): Promise<HolidaysView> {
  return asActor(actor, async (deed) => {
    const places = await findHolidayPlaces(deed)
    const own = places.find(({ country }) => country === actor.serviceCountry) ?? places[0]
    const { place: asked } = input
    const place = asked ? places.find((each) => isSame(each, asked)) : own
    if (!place) throw new AppError('not-found')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    const year = Number((input.day ?? String(input.year ?? today)).slice(0, 4))
    const holidays = await findHolidays(deed, place, year)
    const changes = new Map((await findHolidayChanges(deed, place, year)).map((each) => [each.day, each]))
    await recordAudit(deed, { action: 'calendar.holidays', fields: ['holidays'] })
    return {
      places,
      place,
      year,
      holidays: holidays.map((each) => ({ ...each, change: changes.get(each.day) ?? null })),
      takenAway: [...changes.values()].filter(({ isHoliday }) => !isHoliday),
      look:
        input.day === null
          ? null
          : {
              day: input.day,
              name: holidays.find(({ day }) => day === input.day)?.name ?? null,
              version: changes.get(input.day)?.version ?? null,
              isOver: input.day < today,
              ...(await affected(deed, place, input.day)),
            },
    }
  })
}

async function affected(deed: Deed, place: HolidayPlace, day: PlainDate) {
  return { places: await findPlacesOnDay(deed, place, day), people: await countPeopleDosedIn(deed, place) }
}

export function isSame(left: { country: string; region: string }, right: { country: string; region: string }): boolean {
  return left.country === right.country && left.region === right.region
}
