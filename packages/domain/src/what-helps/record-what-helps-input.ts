import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Medicine } from '../medication/medication-codes.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { AroundGoal, Goal, MOST_LINES } from './what-helps-codes.ts'

const lines = (key: string) =>
  z
    .array(filledText(`what-helps.${key}`, 200), `what-helps.${key}.invalid`)
    .max(MOST_LINES, `what-helps.${key}.too-many`)

/** One asking: what helps, what pulls, and what the person and those around them want. */
export const RecordWhatHelpsInput = inputOf({
  episodeId: idOf('what-helps.episodeId'),
  requestId: RequestId,
  /** The round on the screen; null when nobody asked yet. */
  seenVersion: SeenVersion.nullable(),
  askedOn: PlainDate,
  goal: Goal,
  aroundWant: AroundGoal,
  helps: lines('helps'),
  pulls: lines('pulls'),
  strengths: lines('strengths'),
  /** What happened after the last release. */
  lastTime: filledText('what-helps.lastTime', 2_000).nullable(),
  preferredMedicine: Medicine.nullable(),
  /** Why it is not what they get. */
  preferredNotMet: filledText('what-helps.preferredNotMet', 500).nullable(),
}).superRefine(({ preferredMedicine, preferredNotMet }, context) => {
  if (preferredNotMet !== null && preferredMedicine === null)
    context.addIssue({ code: 'custom', path: ['preferredMedicine'], message: 'what-helps.preferredMedicine.missing' })
})
export type RecordWhatHelpsInput = z.infer<typeof RecordWhatHelpsInput>

/** The rounds of one case. */
export const WhatHelpsOfCaseInput = inputOf({ episodeId: idOf('what-helps.episodeId') })
export type WhatHelpsOfCaseInput = z.infer<typeof WhatHelpsOfCaseInput>
