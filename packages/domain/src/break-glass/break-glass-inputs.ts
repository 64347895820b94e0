import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { FamilyName, GivenNames } from '../person/person-name.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { characterCount } from '../text/storable-text.ts'
import { BreakGlassReason, LegalBasis, ReviewOutcome } from './break-glass-codes.ts'

/** A sentence, not a sign. */
const SHORTEST_SENTENCE = 10

/**
 * Opens somebody's case in an emergency. Both names and the birthday, exactly: nobody is looked for, and nothing is told before
 * the press.
 */
export const OpenBreakGlassInput = inputOf({
  requestId: RequestId,
  familyName: FamilyName,
  givenNames: GivenNames,
  dateOfBirth: PlainDate,
  reason: BreakGlassReason,
  basis: LegalBasis,
  because: filledText('break-glass.because', 500).refine(
    (text) => text.length === 0 || characterCount(text) >= SHORTEST_SENTENCE,
    'break-glass.because.too-short',
  ),
})
export type OpenBreakGlassInput = z.infer<typeof OpenBreakGlassInput>

/** The emergency looks that the reader reviews. */
export const ListReviewsInput = inputOf({ which: z.enum(['waiting', 'reviewed'], 'break-glass.which.unknown') })
export type ListReviewsInput = z.infer<typeof ListReviewsInput>

/** What somebody who did not look found about a look. */
export const ReviewBreakGlassInput = inputOf({
  breakGlassId: idOf('break-glass.breakGlassId'),
  requestId: RequestId,
  outcome: ReviewOutcome,
  note: filledText('break-glass.note', 1000),
})
export type ReviewBreakGlassInput = z.infer<typeof ReviewBreakGlassInput>
