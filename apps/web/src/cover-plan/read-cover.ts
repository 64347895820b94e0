import { cache } from 'react'
import { readCase } from '../care-plan/read-case.ts'
import { api, orNotFound } from '../trpc/server.ts'

/**
 * What is arranged for the days around the release, read once; null for a reader to whom treatment is not open, and for whoever looks
 * in an emergency: they read the doses, and plan no cover.
 */
export const readCover = cache(async (episodeId: string) => {
  const { may, part } = await readCase(episodeId)
  if (!may.readMedication || part.relation === 'break-glass') return null
  const caller = await api()
  return orNotFound(caller.coverPlan.byEpisode({ episodeId }))
})
