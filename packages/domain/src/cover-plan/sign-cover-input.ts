import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** A prescriber's signature for the days that stay without cover, as somebody saw it. */
export const SignCoverInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  planId: idOf('cover-plan.planId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  /** The prescriber's name as it stands under the plan. */
  signedName: filledText('cover-plan.signedName', 200),
  signedOn: PlainDate,
})
export type SignCoverInput = z.infer<typeof SignCoverInput>

/** A cover plan that is not to stand any more. */
export const WithdrawCoverInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  planId: idOf('cover-plan.planId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
})
export type WithdrawCoverInput = z.infer<typeof WithdrawCoverInput>
