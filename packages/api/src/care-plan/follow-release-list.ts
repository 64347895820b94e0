import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import type { Jobs } from '@throughcare/db/job/job-repository'
import { measureGrownTables } from '@throughcare/db/release-list/write-repository'
import { tightenDeadlines } from '../handoff/tighten-deadlines.ts'
import { makePlans } from './make-plan.ts'
import { moveDueTimes } from './move-due-times.ts'

/**
 * Plans follow a written release list: cases without one get theirs, and where a date moved, due times and handoffs move with
 * it. Run by the worker for some hundred cases at a time; run twice it changes nothing more.
 */
export async function followReleaseList({ serviceId, episodeIds }: Jobs['make-plans']): Promise<void> {
  await asActor(
    systemActor(serviceId),
    async (deed) => {
      await measureGrownTables(deed)
      const planned = await deed.tx.carePlan.findMany({
        where: { episodeId: { in: episodeIds }, closedAt: null },
        select: { episodeId: true },
      })
      await makePlans(deed, episodeIds)
      for (const { episodeId } of planned) {
        await moveDueTimes(deed, episodeId)
        await tightenDeadlines(deed, episodeId)
      }
    },
    { timeoutMs: 120_000 },
  )
}
