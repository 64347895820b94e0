import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import type { Jobs } from '@throughcare/db/job/job-repository'
import { moveList, recordCounts, recordProgress } from '@throughcare/db/release-list/list-repository'
import { nextGroups, recordLabels } from '@throughcare/db/release-list/staging-repository'
import { measureTables } from '@throughcare/db/release-list/write-repository'
import { labelGroups, recordedLabel } from './label-groups.ts'

export const GROUPS_AT_ONCE = 400

/**
 * Holds a received list against what is stored, a few hundred prison numbers at a time, and makes it ready to be looked at.
 * Run by the worker; run again after an interruption it starts over and comes to the same labels.
 */
export async function readReleaseList({ serviceId, listId }: Jobs['read-release-list']): Promise<void> {
  const actor = systemActor(serviceId)
  await asActor(actor, measureTables)
  let after: string | null = null
  let done = 0
  for (;;) {
    const last: string | null = await asActor(actor, async (deed) => {
      const groups = await nextGroups(deed, listId, after, GROUPS_AT_ONCE)
      if (groups.length === 0) return null
      const read = await labelGroups(deed, listId, groups)
      await recordLabels(
        deed,
        listId,
        read.flatMap(({ labels }) => labels.map(recordedLabel)),
      )
      done += groups.reduce((lines, group) => lines + group.lines.length, 0)
      await recordProgress(deed, listId, { linesDone: done })
      return groups.at(-1)?.numberKey ?? null
    })
    if (last === null) break
    after = last
  }
  await asActor(actor, async (deed) => {
    await recordCounts(deed, listId)
    await moveList(deed, listId, { from: 'reading', to: 'ready', seenVersion: null })
  })
}
