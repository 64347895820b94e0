import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { api, orNotFound } from '../trpc/server.ts'

/** What the pages of this case are printed from, read once for title and page; the 404 page for what is not there or not theirs. */
export const readPrintPack = cache(async (episodeId: string) => {
  if (!z.uuid().safeParse(episodeId).success) notFound()
  const caller = await api()
  return orNotFound(caller.printPack.byEpisode({ episodeId }))
})
