import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { SafeChannel } from './supporter-codes.ts'

/** How the person may be reached without being given away. Null: not asked, and then the safest holds. */
export const RecordContactSafetyInput = inputOf({
  episodeId: idOf('supporter.episodeId'),
  requestId: RequestId,
  /** The version on the screen; null when nobody asked yet. */
  seenVersion: SeenVersion.nullable(),
  channel: SafeChannel.nullable(),
  /** When, in the person's words. */
  hours: filledText('supporter.hours', 200).nullable(),
  /** What may be said to whoever answers. */
  wording: filledText('supporter.wording', 200).nullable(),
  voicemail: z.boolean().nullable(),
})
export type RecordContactSafetyInput = z.infer<typeof RecordContactSafetyInput>
