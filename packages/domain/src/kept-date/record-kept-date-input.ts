import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { KEPT_STATES, KeptKind } from './kept-codes.ts'

/** A home, a benefit or a job that is kept until a day, and the letter that keeps it. */
export const RecordKeptDateInput = inputOf({
  episodeId: idOf('kept-date.episodeId'),
  requestId: RequestId,
  /** Null for one that nobody has recorded yet. */
  keptDateId: idOf('kept-date.keptDateId').nullable(),
  /** The version on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  kind: KeptKind,
  withWhom: filledText('kept-date.withWhom', 200).nullable(),
  until: PlainDate.nullable(),
  letterSentOn: PlainDate.nullable(),
  letterWords: filledText('kept-date.letterWords', 1_000).nullable(),
  state: z.enum(KEPT_STATES, 'kept-date.state.unknown'),
})
export type RecordKeptDateInput = z.infer<typeof RecordKeptDateInput>
