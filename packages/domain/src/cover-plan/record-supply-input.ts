import { z } from 'zod'
import { daysBetween, PlainDate } from '../calendar/plain-date.ts'
import { LONGEST_TAKE_HOME_DAYS } from '../medication/record-dose-input.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** Days for which take-home doses are meant to be handed over at the gate: in order, and not more than anybody issues. */
export const SupplyDays = z
  .strictObject({ from: PlainDate, to: PlainDate }, 'request.input.invalid')
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < LONGEST_TAKE_HOME_DAYS, {
    path: ['to'],
    error: 'cover-plan.supplyTo.impossible',
  })

/** Take-home doses planned for the gate. Null: none are planned any more. Nothing here is a dose issued. */
export const RecordSupplyInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  requestId: RequestId,
  /** The version of the statement on the screen; 0 when nobody had made one. */
  seenVersion: SeenVersion,
  days: SupplyDays.nullable(),
})
export type RecordSupplyInput = z.infer<typeof RecordSupplyInput>
