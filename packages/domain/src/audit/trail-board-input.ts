import { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'

/** The state of the trail, and what the people of one service did, without whose case it was. */
export const TrailBoardInput = inputOf({
  /** Null: of no service. */
  serviceId: idOf('audit.serviceId').nullable().default(null),
  /** Behind this entry; null: from now. */
  before: inputOf({ at: instantOf('audit.before'), id: idOf('audit.before') })
    .nullable()
    .default(null),
})
export type TrailBoardInput = z.infer<typeof TrailBoardInput>

/** A signed head of the trail, to hand to a second party. */
export const ExportHeadInput = inputOf({
  requestId: RequestId,
  /** The head that the page showed. */
  sequence: z
    .int('audit.sequence.invalid')
    .min(1, 'audit.sequence.invalid')
    .max(2_147_483_647, 'audit.sequence.invalid'),
})
export type ExportHeadInput = z.infer<typeof ExportHeadInput>
