import { dayOf, isoOf, type Told } from './case-rows.ts'
import type { CountryTables } from './country-tables.ts'
import { draw, idFor } from './draw.ts'
import { DAILY_DOSES, DAY, DEPOT_DOSES, HOUR } from './episode-shape.ts'

const DOSES_OUTSIDE = 14
const DEPOT_EVERY_DAYS = 28

/** The treatment, every dose of it, the row that the gap board keeps of it, its first appointment outside and a naloxone kit. */
export function tellTreatment(
  told: Told,
  dosing: { id: string; worker: string },
  tables: CountryTables,
  today: number,
): void {
  const { shape, episodeId, nurse, seed, release } = told
  const { index, prison, treatment, admitted } = shape
  if (treatment === null) return
  const id = idFor('treatment', admitted, index)
  const medicine =
    treatment === 'depot'
      ? 'buprenorphine-monthly-depot'
      : draw(seed, index, 40) < 0.7
        ? 'methadone'
        : 'buprenorphine-sublingual'
  const doses = shape.isDetailed ? (treatment === 'depot' ? DEPOT_DOSES : DAILY_DOSES) : 0
  tables.medication_treatment.line(
    `${id}\t${episodeId}\t${medicine}\tas the prescriber wrote it\t${treatment}\tno\t${dayOf(admitted + DAY)}\t${dayOf(admitted + 2 * DAY)}\t${nurse}\t${dosing.id}\t${doses}`,
  )
  const outDay = Math.floor(release / DAY) * DAY
  const isOut = shape.releasedAt !== null
  const daysOut = isOut ? Math.round((today - outDay) / DAY) : 0
  const gone = Math.max(0, daysOut - 30)
  tables.cover_gap.line(
    `${episodeId}\t${dosing.id}\t${isoOf(today - gone * DAY)}\t${isoOf(today + 3650 * DAY)}\t${isoOf(today + 3650 * DAY)}`,
  )
  if (treatment === 'depot') {
    const last = isOut ? outDay - DAY : today - DAY
    for (let part = 0; part < doses; part += 1)
      dose(told, tables, {
        id,
        part,
        kind: 'depot',
        day: last - part * DEPOT_EVERY_DAYS * DAY,
        by: nurse,
        at: prison.id,
      })
    return
  }
  const outside = isOut ? Math.min(DOSES_OUTSIDE, Math.max(0, daysOut - 1)) : 0
  // One day in eight of those outside is without a dose: the place is shut, or nobody came.
  const lastInside = isOut ? outDay : today - DAY
  for (let part = 0; part < doses; part += 1) {
    const isOutside = part < outside
    const day = isOutside ? outDay + (part + 1) * DAY : lastInside - (part - outside) * DAY
    dose(told, tables, {
      id,
      part,
      kind: 'supervised',
      day,
      by: isOutside ? dosing.worker : nurse,
      at: isOutside ? dosing.id : prison.id,
    })
  }
}

type Given = { id: string; part: number; kind: string; day: number; by: string; at: string }

function dose({ episodeId, seed, shape }: Told, tables: CountryTables, { id, part, kind, day, by, at }: Given): void {
  const given = day + 8 * HOUR
  const isDeclined = kind === 'supervised' && draw(seed, shape.index, 200 + part) < 0.04
  const on = dayOf(day)
  tables.dose.line(
    `${idFor('dose', given, shape.index, part)}\t${id}\t${episodeId}\t${kind}\t${isDeclined ? 'declined' : 'given'}\t${on}\t${on}\t${isDeclined ? '\\N' : isoOf(given)}\t${isoOf(given + 60_000)}\t${by}\t${at}\t${kind === 'depot' ? 'lot B-1' : '\\N'}`,
  )
}

/** The first appointment at the dosing place, the day after the gate. */
export function tellAppointment(told: Told, dosing: { id: string }, tables: CountryTables, now: number): void {
  const { shape, episodeId, nurse, madeAt, release, seed } = told
  if (shape.treatment === null || shape.releaseDay === null) return
  const at = release + DAY
  const status = at >= now ? 'booked' : draw(seed, shape.index, 41) < 0.8 ? 'kept' : 'missed'
  tables.appointment.line(
    `${idFor('appointment', madeAt, shape.index)}\t${episodeId}\tomt\t${dosing.id}\t${isoOf(at)}\t${status}\t${isoOf(madeAt)}\t${nurse}`,
  )
}

/** A kit in the property of three in five, handed over at the gate to most. */
export function tellKit(told: Told, tables: CountryTables): void {
  const { shape, episodeId, nurse, madeAt, seed } = told
  if (draw(seed, shape.index, 42) > 0.6) return
  const { releasedAt } = shape
  const isHanded = releasedAt !== null && draw(seed, shape.index, 43) < 0.85
  const state = releasedAt === null ? 'in-property' : isHanded ? 'handed-over' : 'left-in-prison'
  tables.naloxone_kit.line(
    `${idFor('kit', madeAt, shape.index)}\t${episodeId}\t${state}\t${isHanded ? isoOf(releasedAt) : '\\N'}\tt\t${isoOf(madeAt)}\t${nurse}`,
  )
}
