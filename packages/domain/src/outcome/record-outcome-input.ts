import { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'
import { DidNotArriveReason } from './outcome-codes.ts'

const OF_A_CASE = {
  episodeId: idOf('outcome.episodeId'),
  requestId: RequestId,
  /** When it happened, or when it was found not to have happened: now or before. */
  at: instantOf('outcome.at'),
}

/**
 * What became of the person. A death is recorded by two people, on a page of its own; the first night has its own
 * input, because housing services record it and see nothing else.
 */
export const RecordOutcomeInput = z.discriminatedUnion(
  'kind',
  [
    inputOf({ ...OF_A_CASE, kind: z.literal('arrived') }),
    inputOf({ ...OF_A_CASE, kind: z.literal('did-not-arrive'), reason: DidNotArriveReason }),
    inputOf({ ...OF_A_CASE, kind: z.literal('back-in-custody') }),
  ],
  'outcome.kind.unknown',
)
export type RecordOutcomeInput = z.infer<typeof RecordOutcomeInput>
