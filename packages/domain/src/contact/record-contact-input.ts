import type { z } from 'zod'
import { idOf, inputOf, instantOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { Channel, ContactOutcome } from './contact-codes.ts'

/** One try to reach the person. A try that reached nobody is a record too. */
export const RecordContactInput = inputOf({
  episodeId: idOf('contact.episodeId'),
  requestId: RequestId,
  channel: Channel,
  outcome: ContactOutcome,
  /** When it was tried: now or before, which the use case checks. */
  at: instantOf('contact.at'),
  /** What was said, for the next colleague. */
  note: filledText('contact.note').nullable(),
})
export type RecordContactInput = z.infer<typeof RecordContactInput>
