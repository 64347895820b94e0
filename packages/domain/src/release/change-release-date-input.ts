import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { Certainty } from './release-codes.ts'

/** A release date that moved, appeared, went away or became more or less certain. */
export const ChangeReleaseDateInput = inputOf({
  episodeId: idOf('release.episodeId'),
  requestId: RequestId,
  /** The version of the custody episode on the screen. */
  seenVersion: SeenVersion,
  /** Null: there is no date any more. */
  releaseDate: PlainDate.nullable(),
  certainty: Certainty,
  /** Why, where somebody said. The history keeps it beside the date. */
  reason: filledText('release.reason', 500).nullable(),
}).refine((input) => input.releaseDate !== null || input.certainty !== 'confirmed', {
  path: ['releaseDate'],
  error: 'release.releaseDate.missing-when-confirmed',
})
export type ChangeReleaseDateInput = z.infer<typeof ChangeReleaseDateInput>
