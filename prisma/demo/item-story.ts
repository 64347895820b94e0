import { SYSTEM_ACCOUNT_ID } from '@throughcare/db/actor'
import type { ItemStatus } from '@throughcare/domain/checklist/item-statuses'
import type { PlannedItem } from '@throughcare/domain/checklist/plan-items'
import type { ItemCode } from '@throughcare/domain/checklist/rule-sets'
import type { AfterRelease } from './after-release.ts'
import type { DemoCase } from './demo-case.ts'
import { earlier, hoursAfter, hoursBetween, someTimeBetween } from './moments.ts'
import type { PlanSources } from './plan-rows.ts'
import type { StageService } from './stage.ts'

/** What became of an item after it was made. */
export type ItemStory = { status: ItemStatus; at: Date; by: string; reason: string | null }

/** What became of this item; null while it is open. */
export function itemStory(
  one: DemoCase,
  item: PlannedItem,
  sources: PlanSources,
  madeAt: Date,
  heldBy: StageService | null,
): ItemStory | null {
  // Finished as it is made, by the same entry of its history.
  if (item.doneByFact) return done(madeAt, SYSTEM_ACCOUNT_ID)
  const found = RECORDED[item.code]
  if (found) {
    const at = found(sources.after)
    const by = (heldBy ?? one.prison).staff
    if (at) return at > madeAt && at < one.stage.now ? done(at, one.chance.pick(by)) : null
    return item.area === 'omt' && sources.after.hasDeclinedTreatment ? declined(one, madeAt, by) : null
  }
  // Some countries ask for things that nobody can do before the gate, whoever does them.
  const isOutside = item.ownerSide === 'community' || item.dueOffsetMinutes > 0
  return isOutside ? workOutside(one, item, madeAt, heldBy) : workInside(one, item, madeAt)
}

/** Items that are finished by something that is recorded elsewhere, and by nothing else. */
const RECORDED: Partial<Record<ItemCode, (after: AfterRelease) => Date | null>> = {
  'omt-first-dose': (after) => after.firstDoseAt,
  'omt-start-treatment': (after) => after.treatmentStartedAt,
  'housing-first-night-known': (after) => after.firstNightAt,
  'support-first-contact': (after) => after.reachedAt ?? after.arrivedAt,
}

function workInside(one: DemoCase, item: PlannedItem, madeAt: Date): ItemStory | null {
  const { chance, stage, releasedAt, quality, prison } = one
  const until = releasedAt ?? stage.now
  const isDue = item.dueAt !== null && item.dueAt < until
  const isSoon = item.dueAt !== null && hoursBetween(until, item.dueAt) < 7 * 24
  const likely = (isDue ? 0.32 + quality * 0.75 : isSoon ? 0.4 : 0.14) + (item.critical ? 0.08 : 0)
  const at = someMoment(one, madeAt, item.dueAt)
  const by = chance.pick(prison.staff)
  if (chance.isTrue(likely)) return done(at, by)
  if (chance.isTrue(0.12)) return { status: 'in-progress', at, by, reason: null }
  if (!item.critical && chance.isTrue(0.05)) return { status: 'not-needed', at, by, reason: chance.pick(NOT_NEEDED) }
  return !item.critical && chance.isTrue(0.04) ? declined(one, madeAt, prison.staff) : null
}

function workOutside(one: DemoCase, item: PlannedItem, madeAt: Date, heldBy: StageService | null): ItemStory | null {
  const { chance, stage, releasedAt, quality } = one
  if (releasedAt === null || heldBy === null || item.dueAt === null) return null
  const at = someTimeBetween(chance, hoursAfter(releasedAt, 3), earlier(hoursAfter(item.dueAt, 40), stage.now))
  if (at <= releasedAt || at >= stage.now || at <= madeAt) return null
  const by = chance.pick(heldBy.staff)
  if (chance.isTrue(0.25 + quality * 0.6)) return done(at, by)
  return chance.isTrue(0.15) ? { status: 'in-progress', at, by, reason: null } : null
}

function declined(one: DemoCase, madeAt: Date, staff: readonly string[]): ItemStory {
  return {
    status: 'declined',
    at: someMoment(one, madeAt, null),
    by: one.chance.pick(staff),
    reason: one.chance.pick([
      'Does not want it now, asked again next week',
      'Wants to do this alone',
      'Said no, and knows where to come',
    ]),
  }
}

const NOT_NEEDED = ['Has it already', 'Family does this', 'Done by the lawyer', 'Does not apply here']

/** Between the making of the plan and its due time, but not after the gate or the load day. */
function someMoment({ chance, stage, releasedAt }: DemoCase, madeAt: Date, dueAt: Date | null): Date {
  const end = earlier(releasedAt ?? stage.now, dueAt ?? stage.now)
  return someTimeBetween(chance, hoursAfter(madeAt, 0.1), end > madeAt ? end : hoursAfter(madeAt, 0.2))
}

function done(at: Date, by: string): ItemStory {
  return { status: 'done', at, by, reason: null }
}
