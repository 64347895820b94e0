import { readyOfView } from '@throughcare/api/care-plan/ready-of-view'
import { cache } from 'react'
import { readCover } from '../cover-plan/read-cover.ts'
import { readCase } from './read-case.ts'

/**
 * Is the plan of this page ready, and if not, what is missing? Null for a reader to whom not every area is open, and for whoever
 * looks in an emergency.
 */
export const readReady = cache(async (episodeId: string) => {
  const [view, cover] = await Promise.all([readCase(episodeId), readCover(episodeId)])
  return view.part.relation === 'break-glass' ? null : readyOfView(view, cover)
})
