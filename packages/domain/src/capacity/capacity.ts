import { z } from 'zod'
import { addDays, PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** away: not at work up to a day · room: so many more today · back: here, and nothing is said about room. */
export const CAPACITY_SAYS = ['away', 'room', 'back'] as const
export type CapacitySays = (typeof CAPACITY_SAYS)[number]

/** What was said last of one worker. */
export type CapacityStatement =
  | { says: 'away'; awayUntil: PlainDate; ofDay: PlainDate }
  | { says: 'room'; room: number; ofDay: PlainDate }
  | { says: 'back'; ofDay: PlainDate }

/** What holds today. Nobody's capacity is worked out from their caseload: what was not said is not known. */
export type CapacityToday =
  | { kind: 'away'; until: PlainDate }
  | { kind: 'room'; room: number }
  | { kind: 'full' }
  | { kind: 'not-said' }

/**
 * Has this worker room today? Away lasts up to and with its last day; room is of the day on which it was said, and of no other.
 *
 * @param today the day at the service
 */
export function capacityToday(said: CapacityStatement | null, today: PlainDate): CapacityToday {
  if (said?.says === 'away' && today <= said.awayUntil) return { kind: 'away', until: said.awayUntil }
  if (said?.says === 'room' && said.ofDay === today)
    return said.room === 0 ? { kind: 'full' } : { kind: 'room', room: said.room }
  return { kind: 'not-said' }
}

/** Nobody is away for longer than this without saying so again. Ours, against a slip of the year: no source. */
export const LONGEST_AWAY_DAYS = 366

/** The room that anybody can have for one day. Ours, against a slip of the finger: no source. */
export const MOST_ROOM = 50

export const CAPACITY_REFUSALS = ['is-over', 'too-far'] as const

/** Why an absence cannot end on this day; null when it can. */
export function refusalOfAway(until: PlainDate, today: PlainDate): (typeof CAPACITY_REFUSALS)[number] | null {
  if (until < today) return 'is-over'
  return until > addDays(today, LONGEST_AWAY_DAYS) ? 'too-far' : null
}

/** What a worker says of themselves, or a manager of a worker of the service. */
export const StateCapacityInput = inputOf({
  accountId: idOf('capacity.accountId'),
  requestId: RequestId,
  says: z.enum(CAPACITY_SAYS, 'capacity.says.unknown'),
  awayUntil: PlainDate.nullable(),
  room: z
    .int('capacity.room.invalid')
    .min(0, 'capacity.room.invalid')
    .max(MOST_ROOM, 'capacity.room.invalid')
    .nullable(),
})
  .refine(({ says, awayUntil }) => (says === 'away') === (awayUntil !== null), {
    path: ['awayUntil'],
    error: 'capacity.awayUntil.missing',
  })
  .refine(({ says, room }) => (says === 'room') === (room !== null), { path: ['room'], error: 'capacity.room.missing' })
export type StateCapacityInput = z.infer<typeof StateCapacityInput>
