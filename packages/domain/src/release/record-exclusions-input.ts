import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { EXCLUSION_ANSWERS } from './friday-codes.ts'

const Answer = z.enum(EXCLUSION_ANSWERS, 'release.answer.missing')

/** What keeps a person out of the rule about Friday releases, as somebody who knows the sentence said. */
export const RecordExclusionsInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the answers on the screen; null when nobody had answered. */
  seenVersion: SeenVersion.nullable(),
  hdc: Answer,
  indeterminate: Answer,
  paroleBoard: Answer,
  under28Days: Answer,
  /** Why the release stays on its own day after all, or goes back to it; null, and where nothing is said: nobody decided so. */
  reversion: filledText('release.reversion', 500).nullable().default(null),
})
export type RecordExclusionsInput = z.infer<typeof RecordExclusionsInput>
