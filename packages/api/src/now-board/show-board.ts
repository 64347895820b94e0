import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findNowBoard, findNowNames, type NowRow } from '@throughcare/db/now-board/now-board-repository'
import { listScreens, type NowScreen } from '@throughcare/db/now-board/now-screen-repository'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { NowBoardInput } from '@throughcare/domain/now-board/now-board-inputs'
import { MOST_ROWS, NOW_LISTS, type NowList } from '@throughcare/domain/now-board/now-lists'

/** One count of the board; null where it is none of the reader's business. */
export type NowCount = { list: NowList; count: number | null }

/** The board of a team room: counts, and the rows behind one of them without a name. */
export type NowBoard = {
  counts: NowCount[]
  list: NowList
  rows: Omit<NowRow, 'personId'>[]
  /** Screens of the service that hang on a wall. */
  screens: NowScreen[]
  /** As of when. ISO 8601. */
  countedAt: string
}

/** What the actor's service has to look at now. The rows open no name: {@link showNames} does, once somebody proved who they are. */
export function showBoard(actor: Actor, { list }: NowBoardInput): Promise<NowBoard> {
  return asActor(actor, async (deed) => {
    const asked = seesList(actor, list) ? list : 'released-today'
    const { counts, rows } = await findNowBoard(deed, { ...placeOf(actor), list: asked }, MOST_ROWS)
    const screens = await listScreens(deed)
    await recordAudit(deed, {
      action: 'now-board.show',
      episodeIds: rows.map(({ episodeId }) => episodeId),
      personIds: rows.map(({ personId }) => personId),
      fields: [asked],
    })
    return {
      counts: shownCounts(actor, counts),
      list: asked,
      rows: rows.map(({ personId: _hidden, ...row }) => row),
      screens,
      countedAt: deed.now.toISOString(),
    }
  })
}

/** The names of one list, for whoever proved within the last ten minutes who they are. The page hides them again. */
export function showNames(
  actor: Actor,
  { list }: NowBoardInput,
): Promise<{ episodeId: string; familyName: string; givenNames: string }[]> {
  return asActor(actor, async (deed) => {
    if (!seesList(actor, list)) return []
    const { rows } = await findNowBoard(deed, { ...placeOf(actor), list }, MOST_ROWS)
    const names = await findNowNames(deed, [...new Set(rows.map(({ episodeId }) => episodeId))])
    await recordAudit(deed, {
      action: 'now-board.names',
      episodeIds: names.map(({ episodeId }) => episodeId),
      personIds: names.map(({ personId }) => personId),
      fields: [list],
    })
    return names.map(({ personId: _kept, ...name }) => name)
  })
}

type Reader = Pick<Actor, 'role' | 'serviceKind'>

/** Whoever may not open the gap board learns no number of it. */
function seesList({ role, serviceKind }: Reader, list: NowList): boolean {
  return list !== 'uncovered-tomorrow' || mayEver(role, serviceKind, 'gap.board')
}

/** The counts that this reader may know, in the order of the board. */
export function shownCounts(reader: Reader, counts: Readonly<Record<NowList, number>>): NowCount[] {
  return NOW_LISTS.map((list) => ({ list, count: seesList(reader, list) ? counts[list] : null }))
}

function placeOf({ serviceTimeZone, serviceKind }: Actor): { timeZone: string; isPrison: boolean } {
  return { timeZone: serviceTimeZone, isPrison: serviceKind === 'prison-health' }
}
