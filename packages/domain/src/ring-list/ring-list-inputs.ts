import { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { RING_ABOUT, RING_OUTCOMES } from './ring-calls.ts'

/** Whom to ring next. */
export const RingListInput = inputOf({})
export type RingListInput = z.infer<typeof RingListInput>

/** What came of a call. It was made now: the press is the end of it. */
export const RecordRingInput = inputOf({
  requestId: RequestId,
  about: z.enum(RING_ABOUT, 'ring-list.about.unknown'),
  /** The case. */
  episodeId: idOf('ring-list.episodeId'),
  /** The handoff or the alert that it was about; the case again where the person was rung. */
  subjectId: idOf('ring-list.subjectId'),
  outcome: z.enum(RING_OUTCOMES, 'ring-list.outcome.unknown'),
})
export type RecordRingInput = z.infer<typeof RecordRingInput>
