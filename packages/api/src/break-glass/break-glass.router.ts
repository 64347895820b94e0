import {
  ListReviewsInput,
  OpenBreakGlassInput,
  ReviewBreakGlassInput,
} from '@throughcare/domain/break-glass/break-glass-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { listReviews } from './list-reviews.ts'
import { openBreakGlass } from './open-break-glass.ts'
import { reviewBreakGlass } from './review-break-glass.ts'

/** Looks in an emergency, and what is said of them afterwards. */
export const breakGlassRouter = router({
  open: allowedAfterStepUp('break-glass.open')
    .input(OpenBreakGlassInput)
    .mutation(({ ctx, input }) => openBreakGlass(ctx.actor, input)),
  reviews: allowed('break-glass.reviews')
    .input(ListReviewsInput)
    .query(({ ctx, input }) => listReviews(ctx.actor, input)),
  review: allowed('break-glass.review')
    .input(ReviewBreakGlassInput)
    .mutation(({ ctx, input }) => reviewBreakGlass(ctx.actor, input)),
})
