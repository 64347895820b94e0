import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

export const AWAY_STATES = ['asked', 'offered', 'admitted', 'finished', 'not-taken'] as const
export type AwayState = (typeof AWAY_STATES)[number]

/** Whether two people go together, as they themselves decided. It is asked, and never proposed otherwise. */
export const AWAY_TOGETHER = ['alone', 'together', 'unknown'] as const
export type AwayTogether = (typeof AWAY_TOGETHER)[number]

/** A referral to residential treatment, with what comes after it. */
export const RecordTreatmentAwayInput = inputOf({
  episodeId: idOf('treatment-away.episodeId'),
  requestId: RequestId,
  /** Null for one that nobody has recorded yet. */
  treatmentAwayId: idOf('treatment-away.treatmentAwayId').nullable(),
  /** The version on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  place: filledText('treatment-away.place', 200),
  state: z.enum(AWAY_STATES, 'treatment-away.state.unknown'),
  askedOn: PlainDate.nullable(),
  admissionOn: PlainDate.nullable(),
  together: z.enum(AWAY_TOGETHER, 'treatment-away.together.unknown'),
  afterHome: filledText('treatment-away.afterHome', 300).nullable(),
  afterActivity: filledText('treatment-away.afterActivity', 300).nullable(),
})
export type RecordTreatmentAwayInput = z.infer<typeof RecordTreatmentAwayInput>
