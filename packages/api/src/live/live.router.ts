import { FollowLiveInput } from '@throughcare/domain/live/follow-input'
import { tracked } from '@trpc/server'
import { allowed, router } from '../trpc.ts'
import { followLive } from './follow-live.ts'

export const liveRouter = router({
  follow: allowed('live.follow')
    .input(FollowLiveInput)
    .subscription(async function* ({ ctx, input, signal }) {
      // The number goes along as the event's id, which the browser gives back when it asks again.
      for await (const { id, ...event } of followLive(ctx.actor, input, signal)) yield tracked(String(id), event)
    }),
})
