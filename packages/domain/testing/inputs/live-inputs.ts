import { FollowLiveInput } from '../../src/live/follow-input.ts'
import type { InputSample } from './sample.ts'

/** The inputs about live updates, each with one that its schema takes. */
export const LIVE_INPUTS: Readonly<Record<string, InputSample>> = {
  'live.follow': { schema: FollowLiveInput, takes: { lastEventId: '41' }, defaults: ['lastEventId'] },
}
