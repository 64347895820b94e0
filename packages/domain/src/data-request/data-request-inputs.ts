import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { DataRequestAnswer, DataRequestKind, IdentityCheck, RequestAsker } from './data-request-codes.ts'

/** What waits for an answer at the service. */
export const ListDataRequestsInput = inputOf({})
export type ListDataRequestsInput = z.infer<typeof ListDataRequestsInput>

/** A request as it came in. */
export const RecordDataRequestInput = inputOf({
  episodeId: idOf('data-request.episodeId'),
  requestId: RequestId,
  kind: DataRequestKind,
  askedOn: PlainDate,
  asker: RequestAsker,
  identity: IdentityCheck,
  /** What is asked, in the person's own words; what is wrong, for a correction. Null: nothing beyond the kind. */
  words: filledText('data-request.words', 2000).nullable(),
}).refine(({ kind, words }) => kind !== 'correction' || words !== null, {
  error: 'data-request.words.missing',
  path: ['words'],
})
export type RecordDataRequestInput = z.infer<typeof RecordDataRequestInput>

/** One request, with what is held back from the copy. */
export const DataRequestInput = inputOf({ dataRequestId: idOf('data-request.dataRequestId') })
export type DataRequestInput = z.infer<typeof DataRequestInput>

/** A field of a row that was held back. */
const Piece = inputOf({
  table: z.string('data-request.piece.unknown').regex(/^[a-z_]{1,60}$/, 'data-request.piece.unknown'),
  rowKey: z.string('data-request.piece.unknown').regex(/^[\x20-\x7e]{1,200}$/, 'data-request.piece.unknown'),
  field: z.string('data-request.piece.unknown').regex(/^[a-z_]{1,60}$/, 'data-request.piece.unknown'),
})
export type Piece = z.infer<typeof Piece>

/** A clinician looked at what was held back: goes into the copy, or stays out. */
export const ReviewPiecesInput = inputOf({
  dataRequestId: idOf('data-request.dataRequestId'),
  requestId: RequestId,
  pieces: z
    .array(Piece, 'data-request.pieces.missing')
    .min(1, 'data-request.pieces.missing')
    .max(200, 'data-request.pieces.too-many'),
  decision: z.enum(['release', 'hold'], { error: 'data-request.decision.unknown' }),
})
export type ReviewPiecesInput = z.infer<typeof ReviewPiecesInput>

/** The answer to a request, or the end of a restriction. */
export const AnswerDataRequestInput = inputOf({
  dataRequestId: idOf('data-request.dataRequestId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  answer: DataRequestAnswer,
  /** Why; what the person is told. Needed where the answer is no, and where a restriction ends. */
  reason: filledText('data-request.reason', 2000).nullable(),
}).refine(({ answer, reason }) => reason !== null || answer === 'done' || answer === 'take-back', {
  error: 'data-request.reason.missing',
  path: ['reason'],
})
export type AnswerDataRequestInput = z.infer<typeof AnswerDataRequestInput>
