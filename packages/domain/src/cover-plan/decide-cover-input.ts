import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { WayCode } from './cover-plan-codes.ts'

/** The strip shows no more days after the release, and no way is longer than its gap. */
const MOST_WAY_DAYS = 31

/** A way to close the gap: who does it by when. The gap that it leaves is counted here and not taken from the page. */
export const DecideCoverInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  requestId: RequestId,
  way: WayCode,
  /** The plan on the screen, which this one replaces; null when none stood there. */
  seenPlan: z.strictObject({ id: idOf('cover-plan.planId'), version: SeenVersion }, 'request.input.invalid').nullable(),
  /** The gap and what the way left of it on the screen: whoever decides decides what they read. */
  seenGap: z.strictObject(
    {
      from: PlainDate,
      to: PlainDate,
      remainingDays: z.int('cover-plan.seenGap.invalid').min(0, 'cover-plan.seenGap.invalid').max(366),
    },
    'request.input.invalid',
  ),
  /** The days on which the way is done, as the screen showed them: of several earlier days this is the one that was chosen. */
  wayDays: z
    .array(PlainDate, 'cover-plan.wayDays.invalid')
    .min(1, 'cover-plan.wayDays.invalid')
    .max(MOST_WAY_DAYS, 'cover-plan.wayDays.invalid'),
  /** The service that does it, and the person there. */
  byServiceId: idOf('cover-plan.byServiceId'),
  byName: filledText('cover-plan.byName', 200),
  byDay: PlainDate,
})
export type DecideCoverInput = z.infer<typeof DecideCoverInput>
