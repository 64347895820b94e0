import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { api, orNotFound } from '../trpc/server.ts'

/** The case of this page, read once for layout and page together; the 404 page for what is not there or not theirs. */
export const readCase = cache(async (episodeId: string) => {
  if (!z.uuid().safeParse(episodeId).success) notFound()
  const caller = await api()
  return orNotFound(caller.carePlan.byEpisode({ episodeId }))
})

/** The doses of this case, read once; null for a reader to whom treatment is not open. */
export const readMedication = cache(async (episodeId: string) => {
  const { may } = await readCase(episodeId)
  if (!may.readMedication) return null
  const caller = await api()
  return orNotFound(caller.medication.byEpisode({ episodeId }))
})
