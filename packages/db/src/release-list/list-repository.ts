import type { ReleaseListFileFault } from '@throughcare/domain/release-list/release-list-header'
import type { Deed } from '../as-actor.ts'

/** reading: its lines are being held against what is stored · ready: to be looked at · writing: confirmed · done · refused. */
export type ReleaseListState = 'reading' | 'ready' | 'writing' | 'done' | 'refused'

/** How many lines do what. */
export type ReleaseListCounts = {
  new: number
  same: number
  changed: number
  'possible-duplicate': number
  refused: number
  /** Of the changed ones. */
  leavesSooner: number
  /** Of the possible duplicates. */
  undecided: number
}

export type ReleaseList = {
  listId: string
  state: ReleaseListState
  version: number
  uploadedAt: Date
  uploadedBy: string
  linesTotal: number
  linesDone: number
  refusedBecause: ReleaseListFileFault | null
  columns: string[]
  counts: ReleaseListCounts | null
  writtenAt: Date | null
  /** Cases of the list whose plan is still being made. */
  plansToMake: number
}

/** Begins a list: its lines follow in batches. */
export async function addList({ tx, actor, now }: Deed, listId: string): Promise<void> {
  await tx.releaseList.createMany({
    data: [{ id: listId, serviceId: actor.serviceId, uploadedBy: actor.accountId, uploadedAt: now, state: 'reading' }],
  })
}

/** Lists of the actor's own prison, newest first; one of them when `listId` is given. */
export async function findLists({ tx, actor }: Deed, listId: string | null = null): Promise<ReleaseList[]> {
  return tx.$queryRaw<ReleaseList[]>`
    select l.id as "listId", l.state, l.version, l.uploaded_at as "uploadedAt", a.display_name as "uploadedBy",
      l.lines_total as "linesTotal", l.lines_done as "linesDone", l.refused_because as "refusedBecause", l.columns, l.counts,
      l.written_at as "writtenAt",
      case when l.state <> 'done' then 0 else (
        select count(distinct e.id)::int from release_list_line x join custody_episode e on e.person_id = x.person_id
        where x.list_id = l.id and e.ended_on is null and not exists (select 1 from care_plan c where c.episode_id = e.id)
      ) end as "plansToMake"
    from release_list l join account a on a.id = l.uploaded_by
    where l.service_id = ${actor.serviceId}::uuid and (${listId}::uuid is null or l.id = ${listId}::uuid)
    order by l.uploaded_at desc limit 20`
}

/** Says how far a list has come. In a transaction of its own, so that it can be seen while the lines are being written. */
export async function recordProgress(
  { tx, actor }: Deed,
  listId: string,
  done: { linesTotal?: number; linesDone?: number; columns?: readonly string[] },
): Promise<void> {
  const { columns, ...counts } = done
  await tx.releaseList.updateMany({
    where: { id: listId, serviceId: actor.serviceId },
    data: { ...counts, ...(columns ? { columns: [...columns] } : {}) },
  })
}

/** Refuses the file as a whole and forgets its lines. */
export async function recordRefusal(
  { tx, actor }: Deed,
  listId: string,
  because: ReleaseListFileFault,
  columns: readonly string[],
): Promise<void> {
  await tx.releaseListLine.deleteMany({ where: { listId, serviceId: actor.serviceId } })
  await tx.releaseList.updateMany({
    where: { id: listId, serviceId: actor.serviceId },
    data: { state: 'refused', refusedBecause: because, columns: [...columns], version: { increment: 1 } },
  })
}

/**
 * Moves a list from one state to the next, unless somebody was faster.
 *
 * @param seenVersion the version on the page; null for moves that the system makes by itself
 * @returns false when it was in another state, or had another version
 */
export async function moveList(
  { tx, actor, now }: Deed,
  listId: string,
  move: { from: ReleaseListState; to: ReleaseListState; seenVersion: number | null },
): Promise<boolean> {
  const { count } = await tx.releaseList.updateMany({
    where: {
      id: listId,
      serviceId: actor.serviceId,
      state: move.from,
      ...(move.seenVersion === null ? {} : { version: move.seenVersion }),
    },
    data: {
      state: move.to,
      linesDone: 0,
      version: { increment: 1 },
      ...(move.to === 'writing' ? { confirmedBy: actor.accountId } : {}),
      ...(move.to === 'done' ? { writtenAt: now } : {}),
    },
  })
  return count === 1
}

/** Counts the labelled lines and keeps the counts with the list. */
export async function recordCounts({ tx, actor }: Deed, listId: string): Promise<void> {
  await tx.$executeRaw`
    update release_list l set counts = (
      select jsonb_build_object('new', count(*) filter (where x.result = 'new'),
        'same', count(*) filter (where x.result = 'same'),
        'changed', count(*) filter (where x.result = 'changed'),
        'possible-duplicate', count(*) filter (where x.result = 'possible-duplicate'),
        'refused', count(*) filter (where x.result = 'refused'),
        'leavesSooner', count(*) filter (where x.leaves_sooner),
        'undecided', count(*) filter (where x.result = 'possible-duplicate' and x.decision is null))
      from release_list_line x where x.list_id = l.id)
    where l.id = ${listId}::uuid and l.service_id = ${actor.serviceId}::uuid`
}
