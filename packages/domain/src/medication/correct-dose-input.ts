import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { isCorrectionOf } from './dose-outcomes.ts'
import { DOSE_DAYS_RULE, DOSE_FIELDS } from './record-dose-input.ts'

/**
 * A correction: a new entry that takes the place of another, which stays. "Not taken" gives no reason: it says "reason
 * not recorded here" and nothing else. "Entered in error" takes the entry back and leaves no dose in its place.
 */
export const CorrectDoseInput = inputOf({
  episodeId: idOf('dose.episodeId'),
  /** The entry that is corrected. */
  doseId: idOf('dose.doseId'),
  requestId: RequestId,
  /** The version of the treatment on the screen. */
  seenVersion: SeenVersion,
  ...DOSE_FIELDS,
})
  .refine(DOSE_DAYS_RULE.holds, DOSE_DAYS_RULE.refusal)
  .refine(({ kind, outcome }) => isCorrectionOf(kind, outcome), {
    path: ['outcome'],
    error: 'dose.outcome.not-of-kind',
  })
  .refine(({ outcome, reason }) => (outcome === 'not-taken') === (reason === null), {
    path: ['reason'],
    error: 'dose.reason.missing',
  })
export type CorrectDoseInput = z.infer<typeof CorrectDoseInput>
