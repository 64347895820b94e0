import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** A person who was released is back in this prison. */
export const RecallInput = inputOf({
  /** The episode that ended with the release. */
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of that episode on the screen. */
  seenVersion: SeenVersion,
  /** The day on which custody began again, in the prison's zone. */
  backOn: PlainDate,
})
export type RecallInput = z.infer<typeof RecallInput>
