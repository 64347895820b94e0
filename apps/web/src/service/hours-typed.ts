import type { SetHoursInput } from '@throughcare/domain/service/set-hours-input'
import type { Resolver } from 'react-hook-form'
import { ANY_REQUEST, typedResolver } from '../form/typed-resolver.ts'

/** 1 is Monday. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
type Day = (typeof DAYS)[number]
export type Timetable = 'open' | 'dosing'

/** A line of hours for each day of each timetable, and whether anybody has told us at all. */
export type TypedHours = Record<`${Timetable}${Day}`, string> & Record<`${Timetable}Unknown`, boolean>

type Of = { serviceId: string; seenVersion: number; canDose: boolean }

/** Turns the lines that were typed into two timetables, and says at each line what cannot be read. */
export function hoursResolver({ canDose, ...of }: Of): Resolver<TypedHours, unknown, SetHoursInput> {
  return typedResolver('open1', loadSchemas, (typed, { SetHoursInput: Input, readHours }, note) => {
    const read = Input.safeParse({
      ...of,
      requestId: ANY_REQUEST,
      open: weekOf('open'),
      dosing: canDose ? weekOf('dosing') : null,
    })
    for (const { path, message } of read.error?.issues ?? [])
      note(path[1] ? (`${String(path[0])}${String(path[1])}` as keyof TypedHours) : `${path[0] as Timetable}1`, message)
    return read.data ?? null

    function weekOf(timetable: Timetable) {
      if (typed[`${timetable}Unknown`]) return null
      return Object.fromEntries(
        DAYS.flatMap((day) => {
          const line = readHours(typed[`${timetable}${day}`])
          if (line.kind === 'fault') note(`${timetable}${day}`, `service.hours.${line.fault}`)
          return line.kind === 'hours' && line.spans.length > 0 ? [[String(day), line.spans]] : []
        }),
      )
    }
  })
}

async function loadSchemas() {
  const [{ SetHoursInput: Input }, { readHours }] = await Promise.all([
    import('@throughcare/domain/service/set-hours-input'),
    import('@throughcare/domain/service/day-hours'),
  ])
  return { SetHoursInput: Input, readHours }
}
