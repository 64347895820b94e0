import { TimelineInput } from '@throughcare/domain/timeline/timeline-input'
import { allowedOneReading, router } from '../trpc.ts'
import { getTimeline } from './get-timeline.ts'

/** A case in the order in which it happened. */
export const timelineRouter = router({
  byEpisode: allowedOneReading('timeline.by-episode')
    .input(TimelineInput)
    .query(({ ctx, input }) => getTimeline(ctx.actor, input.episodeId)),
})
