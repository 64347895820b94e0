import type { z } from 'zod'
import { OpeningPurpose } from '../calendar/opening-hours.ts'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { dayHours } from '../service/day-hours.ts'
import { filledText } from '../text/plain-text.ts'
import { DayAnswer, ToldHow } from './told-how.ts'

/** What a place said about one day: open with these hours, shut, or nothing any more. */
export const AnswerHoursInput = inputOf({
  serviceId: idOf('hours-confirmation.serviceId'),
  requestId: RequestId,
  /** The version of the answer on the screen; null where there is none yet. */
  seenVersion: SeenVersion.nullable(),
  day: PlainDate,
  purpose: OpeningPurpose,
  said: DayAnswer,
  intervals: dayHours('hours-confirmation.intervals'),
  /** Who at the place said so. Null when it is whoever writes it down. */
  toldBy: filledText('hours-confirmation.toldBy', 120).nullable(),
  toldHow: ToldHow,
})
  .refine(({ said, intervals }) => said !== 'open' || intervals.length > 0, {
    path: ['intervals'],
    error: 'hours-confirmation.intervals.missing',
  })
  .refine(({ said, intervals }) => said === 'open' || intervals.length === 0, {
    path: ['intervals'],
    error: 'hours-confirmation.intervals.while-closed',
  })
  .refine(({ toldHow, toldBy }) => (toldHow === 'themselves') === (toldBy === null), {
    path: ['toldBy'],
    error: 'hours-confirmation.toldBy.missing',
  })
export type AnswerHoursInput = z.infer<typeof AnswerHoursInput>
