import { TimelineInput } from '@throughcare/domain/timeline/timeline-input'
import { allowed, router } from '../trpc.ts'
import { getTimeline } from './get-timeline.ts'

/** A case in the order in which it happened. */
export const timelineRouter = router({
  byEpisode: allowed('timeline.by-episode')
    .input(TimelineInput)
    .query(({ ctx, input }) => getTimeline(ctx.actor, input.episodeId)),
})
