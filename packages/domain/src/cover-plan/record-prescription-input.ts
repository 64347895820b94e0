import type { z } from 'zod'
import { daysBetween, PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** A prescription for longer than this is a slip of the finger. */
export const LONGEST_PRESCRIPTION_DAYS = 366

/** A prescription that bridges the days around a release, or goes on after it. */
export const RecordPrescriptionInput = inputOf({
  episodeId: idOf('cover-plan.episodeId'),
  requestId: RequestId,
  /** The first and the last day for which it holds doses. */
  from: PlainDate,
  to: PlainDate,
  /** Where it is collected or taken. */
  collectedAtServiceId: idOf('cover-plan.collectedAtServiceId'),
  /** The last day on which it can be collected. Null: nobody said. */
  collectBy: PlainDate.nullable(),
  /** The prescriber's words, amount included, letter for letter. Nothing here reads them. */
  prescribedText: filledText('cover-plan.prescribedText', 2000),
})
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < LONGEST_PRESCRIPTION_DAYS, {
    path: ['to'],
    error: 'cover-plan.to.impossible',
  })
  .refine(({ to, collectBy }) => collectBy === null || collectBy <= to, {
    path: ['collectBy'],
    error: 'cover-plan.collectBy.after-end',
  })
export type RecordPrescriptionInput = z.infer<typeof RecordPrescriptionInput>
