import { readyOfView } from '@throughcare/api/care-plan/ready-of-view'
import { cache } from 'react'
import { readCover } from '../cover-plan/read-cover.ts'
import { readCase } from './read-case.ts'

/** Is the plan of this page ready, and if not, what is missing? Null for a reader to whom not every area is open. */
export const readReady = cache(async (episodeId: string) => {
  const [view, cover] = await Promise.all([readCase(episodeId), readCover(episodeId)])
  return readyOfView(view, cover)
})
