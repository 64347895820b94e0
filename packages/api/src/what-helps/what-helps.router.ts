import { RecordWhatHelpsInput, WhatHelpsOfCaseInput } from '@throughcare/domain/what-helps/record-what-helps-input'
import { allowed, router } from '../trpc.ts'
import { getWhatHelps } from './get-what-helps.ts'
import { recordWhatHelps } from './record-what-helps.ts'

/** What helps and what pulls, as the person sees it. */
export const whatHelpsRouter = router({
  byEpisode: allowed('what-helps.by-episode')
    .input(WhatHelpsOfCaseInput)
    .query(({ ctx, input }) => getWhatHelps(ctx.actor, input)),
  record: allowed('what-helps.record')
    .input(RecordWhatHelpsInput)
    .mutation(({ ctx, input }) => recordWhatHelps(ctx.actor, input)),
})
