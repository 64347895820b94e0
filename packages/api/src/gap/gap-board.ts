import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { findGapBoard } from '@throughcare/db/gap/gap-board-repository'
import type {
  StoredGapBoard,
  StoredGapGroup,
  StoredGapPerson,
  StoredRestingPerson,
} from '@throughcare/db/gap/gap-board-row'
import { askToFollowGaps } from '@throughcare/db/gap/gap-writing'
import { type BoardCause, GAP_PAGE, type GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { GAP_CAUSE_TABLE, type GapStep } from '@throughcare/domain/gap/gap-causes'

export type GapGroup = StoredGapGroup & {
  /** The one action for all of them; null while nobody has worked their cover out. */
  step: GapStep | null
}
export type GapPerson = StoredGapPerson & { step: GapStep | null }

/** A page of the gap board. */
export type GapBoard = Pick<StoredGapBoard, 'counts' | 'outOfDate' | 'total' | 'stalePlans' | 'stalePlansTotal'> & {
  groups: GapGroup[]
  persons: GapPerson[]
  /** Those of the part without a gap of whose coming days some rest on an appointment alone; `restingTotal` says of how many. */
  resting: StoredRestingPerson[]
  restingTotal: number
  page: number
  pages: number
}

/**
 * Whose next 14 days hold a day without cover, grouped by cause, and then by person, worst first (rules DOSE-40, DOSE-41)?
 *
 * Read from what was worked out when something last moved. Rows that hold no more are told and shown with their time, and the
 * worker is asked to work them out; nothing is recalculated while somebody waits.
 */
export async function gapBoard(actor: Actor, input: GapBoardInput): Promise<GapBoard> {
  const { page, ...group } = input
  const found = await findGapBoard(actor, { ...group, limit: GAP_PAGE, offset: (page - 1) * GAP_PAGE })
  if (found.outOfDate > 0) await asActor(actor, askToFollowGaps)
  const { counts, outOfDate, total } = found
  return {
    counts,
    outOfDate,
    total,
    groups: found.groups.map((each) => ({ ...each, step: stepOf(each.cause) })),
    persons: found.persons.map((each) => ({ ...each, step: stepOf(each.cause) })),
    stalePlans: found.stalePlans,
    stalePlansTotal: found.stalePlansTotal,
    resting: found.resting,
    restingTotal: found.restingTotal,
    page,
    pages: Math.max(1, Math.ceil(total / GAP_PAGE)),
  }
}

function stepOf(cause: BoardCause): GapStep | null {
  return cause === 'not-worked-out' ? null : GAP_CAUSE_TABLE[cause].step
}
