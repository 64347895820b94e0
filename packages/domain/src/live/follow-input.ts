import { z } from 'zod'
import { inputOf } from '../request/request-fields.ts'

/** An event's number as the browser gives it back: digits, at most those of a 64-bit number. */
const LiveEventId = z.string('live.event.unknown').regex(/^\d{1,18}$/, { error: 'live.event.unknown' })

/** Follow what changes for the hat that is worn; `lastEventId` is the last event that this browser has heard. */
export const FollowLiveInput = inputOf({ lastEventId: LiveEventId.nullish() })
export type FollowLiveInput = z.infer<typeof FollowLiveInput>
