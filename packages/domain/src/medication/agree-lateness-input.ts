import type { z } from 'zod'
import { ClockTime } from '../calendar/zone.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/**
 * Up to when a dosing point waits for somebody who comes late by agreement, as their own strategy: that is not late, and makes no day
 * without a dose (rule DOSE-5).
 */
export const AgreeLatenessInput = inputOf({
  episodeId: idOf('treatment.episodeId'),
  /** Who waits: it holds for no other place. */
  dosingServiceId: idOf('treatment.dosingServiceId'),
  requestId: RequestId,
  /** The version of the statement about this place on the screen; 0 when nobody had made one. */
  seenVersion: SeenVersion,
  /** On the clock of the place, on every day on which it doses. Null: taken back. */
  until: ClockTime.nullable(),
})
export type AgreeLatenessInput = z.infer<typeof AgreeLatenessInput>
