import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { MergeAnswer } from './merge-codes.ts'

/** What waits for a second person, what is merged, and who may be in the records twice. */
export const ListMergesInput = inputOf({})
export type ListMergesInput = z.infer<typeof ListMergesInput>

/** Two records side by side. */
export const CompareRecordsInput = inputOf({
  facePersonId: idOf('merge.facePersonId'),
  otherPersonId: idOf('merge.otherPersonId'),
})
export type CompareRecordsInput = z.infer<typeof CompareRecordsInput>

/** Asks a second person to count two records as one person, or, of a merged pair, as two again. */
export const ProposeMergeInput = inputOf({
  requestId: RequestId,
  what: z.enum(['merge', 'part'], { error: 'merge.what.unknown' }),
  /** The record whose name stands in front from then on. */
  facePersonId: idOf('merge.facePersonId'),
  otherPersonId: idOf('merge.otherPersonId'),
  reason: filledText('merge.reason', 500),
})
export type ProposeMergeInput = z.infer<typeof ProposeMergeInput>

/** The answer to what waits. */
export const AnswerMergeInput = inputOf({
  mergeId: idOf('merge.mergeId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  answer: MergeAnswer,
})
export type AnswerMergeInput = z.infer<typeof AnswerMergeInput>
