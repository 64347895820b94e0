import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { addList, recordProgress, recordRefusal } from '@throughcare/db/release-list/list-repository'
import { type StagedLine, stageLines } from '@throughcare/db/release-list/staging-repository'
import { newId } from '@throughcare/db/uuid'
import { mayEver } from '@throughcare/domain/access/who-may'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AppError } from '../app-error.ts'
import { readFile, UnreadableFile } from './read-file.ts'

const LINES_AT_ONCE = 1_000

/**
 * A prison's release list comes in. Its lines go to the staging table as they arrive, a thousand at a time, and a job then
 * holds them against what is stored. No person, episode or plan is written before somebody confirms the preview.
 *
 * @returns the list's id; a file that cannot be read as a whole is a refused list, with the reason, and not an error
 * @throws AppError `not-allowed`
 */
export async function receiveReleaseList(actor: Actor, bytes: AsyncIterable<Uint8Array>): Promise<{ listId: string }> {
  if (!mayEver(actor.role, actor.serviceKind, 'release-list.preview')) throw new AppError('not-allowed')
  const listId = newId()
  const today = await asActor(actor, async (deed) => {
    await addList(deed, listId)
    await recordAudit(deed, { action: 'release-list.preview' })
    return plainDateIn(deed.now, getZone(actor.serviceTimeZone))
  })
  try {
    let ignored: readonly string[] = []
    let total = 0
    let waiting: StagedLine[] = []
    const stage = async (): Promise<void> => {
      total += waiting.length
      const batch = waiting
      waiting = []
      await asActor(actor, async (deed) => {
        await stageLines(deed, listId, batch)
        await recordProgress(deed, listId, { linesTotal: total })
      })
    }
    for await (const line of readFile(bytes, today, (header) => {
      ignored = header.ignored
    })) {
      waiting.push(line)
      if (waiting.length === LINES_AT_ONCE) await stage()
    }
    if (waiting.length > 0) await stage()
    await asActor(actor, async (deed) => {
      await recordProgress(deed, listId, { linesTotal: total, columns: ignored })
      await enqueueJob(deed, 'read-release-list', { serviceId: actor.serviceId, listId })
    })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    await asActor(actor, (deed) => recordRefusal(deed, listId, error.because, error.columns))
  }
  return { listId }
}
