import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLines, LINES_OF_A_PAGE, type PreviewLine } from '@throughcare/db/release-list/line-repository'
import { findLists, type ReleaseList } from '@throughcare/db/release-list/list-repository'
import type { ReleaseListLinesInput } from '@throughcare/domain/release-list/release-list-inputs'
import { AppError } from '../app-error.ts'

/** The lists of the actor's own prison, newest first. */
export function listReleaseLists(actor: Actor): Promise<ReleaseList[]> {
  return asActor(actor, (deed) => findLists(deed))
}

/**
 * How far one list is, and what its lines would do.
 *
 * @throws AppError `not-found`
 */
export function previewReleaseList(actor: Actor, listId: string): Promise<ReleaseList> {
  return asActor(actor, async (deed) => {
    const [list] = await findLists(deed, listId)
    if (!list) throw new AppError('not-found')
    return list
  })
}

/**
 * One page of a preview's lines.
 *
 * @throws AppError `not-found`
 */
export function previewLines(
  actor: Actor,
  { listId, result, page }: ReleaseListLinesInput,
): Promise<{ lines: PreviewLine[]; pageSize: number }> {
  return asActor(actor, async (deed) => {
    const [list] = await findLists(deed, listId)
    if (!list) throw new AppError('not-found')
    await recordAudit(deed, { action: 'release-list.preview' })
    return { lines: await findLines(deed, listId, result, page), pageSize: LINES_OF_A_PAGE }
  })
}
