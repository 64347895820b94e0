import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** The one way in which a person may be reached; `none` is an answer. Everything that prints or sends obeys it. */
export const SAFE_CHANNELS = ['phone', 'text', 'letter', 'in-person', 'none'] as const
export const SafeChannel = z.enum(SAFE_CHANNELS, 'person.channel.unknown')
export type SafeChannel = (typeof SAFE_CHANNELS)[number]

/** How a person may be reached without being given away. Null anywhere means: not asked. */
export const RecordContactSafetyInput = inputOf({
  /** The case in which it was asked; what is said holds for the person. */
  episodeId: idOf('person.episodeId'),
  requestId: RequestId,
  /** Null when nothing was recorded yet. */
  seenVersion: SeenVersion.nullable(),
  channel: SafeChannel.nullable(),
  /** When, in the person's words. */
  hours: filledText('person.hours', 200).nullable(),
  /** What may be said to whoever answers. */
  wording: filledText('person.wording', 200).nullable(),
  voicemail: z.boolean('person.voicemail.missing').nullable(),
})
export type RecordContactSafetyInput = z.infer<typeof RecordContactSafetyInput>

/** May a message be left? Only where the person said so: not asked is no. */
export function mayLeaveMessage(safety: { voicemail: boolean | null; channel: SafeChannel | null }): boolean {
  return safety.voicemail === true && safety.channel !== 'none'
}
