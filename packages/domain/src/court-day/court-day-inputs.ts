import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** This person leaves for court now: what they have in the hand before the van. */
export const LeaveForCourtInput = inputOf({
  going: z.literal('leaves', 'court-day.going.unknown'),
  episodeId: idOf('court-day.episodeId'),
  requestId: RequestId,
  kitInHand: z.boolean('court-day.kitInHand.missing'),
  letterInHand: z.boolean('court-day.letterInHand.missing'),
  lastDoseConfirmed: z.boolean('court-day.lastDoseConfirmed.missing'),
})
export type LeaveForCourtInput = z.infer<typeof LeaveForCourtInput>

/** Back means untick. */
export const BackFromCourtInput = inputOf({
  going: z.literal('back', 'court-day.going.unknown'),
  episodeId: idOf('court-day.episodeId'),
  requestId: RequestId,
  courtDayId: idOf('court-day.courtDayId'),
  /** The version of the tick on the screen. */
  seenVersion: SeenVersion,
})
export type BackFromCourtInput = z.infer<typeof BackFromCourtInput>

/** One press of the going-to-court sheet. */
export const TickCourtDayInput = z.discriminatedUnion(
  'going',
  [LeaveForCourtInput, BackFromCourtInput],
  'court-day.going.unknown',
)
export type TickCourtDayInput = z.infer<typeof TickCourtDayInput>
