import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { ReachState } from './cover-plan-codes.ts'

/** Whether the person can reach the dosing point in its hours, and from which day the answer holds. */
export const RecordReachInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  requestId: RequestId,
  /** The version of the statement on the screen; 0 when nobody had made one. */
  seenVersion: SeenVersion,
  state: ReachState,
  /** Null: for every day. */
  fromDay: PlainDate.nullable(),
}).refine(({ state, fromDay }) => state !== 'unknown' || fromDay === null, {
  path: ['fromDay'],
  error: 'cover-plan.fromDay.of-unknown',
})
export type RecordReachInput = z.infer<typeof RecordReachInput>
