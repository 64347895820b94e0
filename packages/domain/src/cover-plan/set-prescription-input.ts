import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** What became of a prescription. */
export const SetPrescriptionInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  prescriptionId: idOf('cover-plan.prescriptionId'),
  requestId: RequestId,
  /** The version of the prescription on the screen. */
  seenVersion: SeenVersion,
  status: z.enum(['collected', 'cancelled'], 'cover-plan.status.unknown'),
})
export type SetPrescriptionInput = z.infer<typeof SetPrescriptionInput>
