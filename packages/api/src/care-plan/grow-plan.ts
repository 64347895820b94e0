import type { Deed } from '@throughcare/db/as-actor'
import {
  type BasisItem,
  findPlanBases,
  lockPlans,
  type PlanBasis,
} from '@throughcare/db/care-plan/plan-basis-repository'
import {
  type DateNote,
  type ItemMove,
  type NewItem,
  recordCounted,
  recordItemMoves,
  recordItems,
} from '@throughcare/db/care-plan/plan-writing'
import { isWholeCase } from '@throughcare/domain/access/grants'
import { mayJudgeRule } from '@throughcare/domain/care-plan/rule-fact-sources'
import { decidePlanChanges, type PlanChange } from '@throughcare/domain/checklist/decide-plan-changes'
import { dueAt } from '@throughcare/domain/checklist/due-at'
import { planItems } from '@throughcare/domain/checklist/plan-items'
import { getRuleSet, type ItemCode, isKnownRuleSet } from '@throughcare/domain/checklist/rule-sets'
import { AppError } from '../app-error.ts'
import { accountableFor, ruleFactsOf, timingOf } from './rules-of-case.ts'

/** What a changed fact or date did to a plan, in codes of items. */
export type PlanGrowth = {
  added: ItemCode[]
  retired: ItemCode[]
  finished: ItemCode[]
  /** Brought back or reopened: work again. */
  reopened: ItemCode[]
  /** Whose due time moved. */
  moved: ItemCode[]
}

/**
 * Lets the plan of one case follow its facts and its release date. Called inside the deed that changed them.
 *
 * @throws AppError `changed-meanwhile` when an item changed under our hands; the deed is undone.
 */
export async function growPlan(deed: Deed, episodeId: string, requestId: string | null): Promise<PlanGrowth> {
  const grown = await growPlans(deed, [episodeId], requestId)
  return grown.get(episodeId) ?? NOTHING_GREW
}

/**
 * The same for a batch of cases, set-based: items are added, retired with the facts that did it, finished, brought back and
 * moved. What a person finished, declined or called not needed is never touched. Cases without a plan are left out.
 */
export async function growPlans(
  deed: Deed,
  episodeIds: readonly string[],
  requestId: string | null,
): Promise<Map<string, PlanGrowth>> {
  await lockPlans(deed, episodeIds)
  const cases = (await findPlanBases(deed, episodeIds)).flatMap((basis) =>
    basis.plan ? [{ basis, plan: basis.plan, changes: changesOf(basis, basis.plan, deed.now) }] : [],
  )
  const items = cases.flatMap(({ basis, plan, changes }) => newItemsOf(basis, plan, changes))
  const moves = cases.flatMap(({ basis, changes }) => movesOf(basis, changes))
  await recordItems(deed, items, requestId)
  if ((await recordItemMoves(deed, moves, requestId)) !== moves.length) throw new AppError('changed-meanwhile')
  await recordCounted(
    deed,
    cases
      .map(({ basis, plan, changes }) => ({
        id: plan.id,
        releaseDateSeen: basis.releaseDate,
        note: noteOf(basis, plan.releaseDateSeen, changes, deed.now),
        isTouched: changes.length > 0 || basis.releaseDate !== plan.releaseDateSeen,
      }))
      .filter((plan) => plan.isTouched),
  )
  return new Map(cases.map(({ basis, changes }) => [basis.episodeId, growthOf(changes)]))
}

type OpenPlan = NonNullable<PlanBasis['plan']>

function changesOf(basis: PlanBasis, plan: OpenPlan, now: Date): PlanChange[] {
  // A plan by rules that this program does not know keeps its items as they stand; their due times still follow the date.
  if (!isKnownRuleSet(plan.ruleSet))
    return basis.items.flatMap((item) => (basis.writes.includes(item.area) ? dueMoveOf(item, basis, now) : []))

  const facts = ruleFactsOf(basis)
  const planned = planItems(plan.ruleSet, facts, timingOf(basis, now))
  const changes = decidePlanChanges(plan.ruleSet, facts, planned, basis.items)
  if (isWholeCase(basis.writes)) return changes
  const rules = getRuleSet(plan.ruleSet)
  return changes.filter((change) => {
    const rule = rules[codeOf(change)]
    return rule !== undefined && basis.writes.includes(rule.area) && mayJudgeRule(rule, basis.categories)
  })
}

function dueMoveOf(item: BasisItem, basis: PlanBasis, now: Date): PlanChange[] {
  if (item.dueOffsetMinutes === null || (item.status !== 'open' && item.status !== 'in-progress')) return []
  const to = dueAt({ dueOffsetMinutes: item.dueOffsetMinutes, standingMinutes: null }, timingOf(basis, now))
  return to?.getTime() === item.dueAt?.getTime() ? [] : [{ kind: 'move-due', code: item.code, from: item.dueAt, to }]
}

/** The rows of the items that join. */
export function newItemsOf(basis: PlanBasis, plan: OpenPlan, changes: readonly PlanChange[]): NewItem[] {
  return changes.flatMap((change): NewItem[] => {
    if (change.kind !== 'add') return []
    const { item } = change
    return [
      {
        carePlanId: plan.id,
        episodeId: basis.episodeId,
        area: item.area,
        code: item.code,
        accountableServiceId: accountableFor(basis, item),
        ownerSide: item.ownerSide,
        dueOffsetMinutes: item.dueOffsetMinutes,
        dueAt: item.dueAt,
        critical: item.critical,
        blockedBy: item.allBlockers,
        status: item.doneByFact ? 'done' : 'open',
      },
    ]
  })
}

/** The rows of the items that stand and change. */
export function movesOf(basis: PlanBasis, changes: readonly PlanChange[]): ItemMove[] {
  const standing = new Map(basis.items.map((item) => [item.code, item]))
  return changes.flatMap((change) => {
    const item = standing.get(codeOf(change))
    return change.kind === 'add' || !item ? [] : [moveOf(change, basis.episodeId, item)]
  })
}

function moveOf(change: Exclude<PlanChange, { kind: 'add' }>, episodeId: string, item: BasisItem): ItemMove {
  const { id, area, version, status: from, dueAt: due } = item
  const kept: ItemMove = {
    id,
    episodeId,
    area,
    version,
    from,
    to: from,
    reason: null,
    dueAt: due,
    isMovedByDate: false,
  }
  switch (change.kind) {
    case 'retire':
      return { ...kept, to: 'retired', reason: change.because.join(' ') || 'rule-gone' }
    case 'finish':
      return { ...kept, to: 'done' }
    case 'reopen':
      return { ...kept, to: 'open', dueAt: change.dueAt }
    case 'bring-back':
      return { ...kept, to: change.to, dueAt: change.dueAt }
    case 'move-due':
      return { ...kept, dueAt: change.to, isMovedByDate: true }
  }
}

function codeOf(change: PlanChange): ItemCode {
  return change.kind === 'add' ? change.item.code : change.code
}

/** Dates only, because every service with a part reads the plan's row: which items moved stands on the items. */
function noteOf(basis: PlanBasis, seen: string | null, changes: readonly PlanChange[], now: Date): DateNote | null {
  if (basis.releaseDate === seen && !changes.some((change) => change.kind === 'move-due')) return null
  return {
    at: now.toISOString(),
    from: { releaseDate: seen },
    to: {
      releaseDate: basis.releaseDate,
      releaseCertainty: basis.releaseCertainty,
      releasedAt: basis.releasedAt?.toISOString() ?? null,
    },
  }
}

const NOTHING_GREW: PlanGrowth = { added: [], retired: [], finished: [], reopened: [], moved: [] }

/** The changes by what they do, in codes. */
export function growthOf(changes: readonly PlanChange[]): PlanGrowth {
  const codes = (...kinds: PlanChange['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind)).map(codeOf)
  return {
    added: codes('add'),
    retired: codes('retire'),
    finished: codes('finish'),
    reopened: codes('bring-back', 'reopen'),
    moved: codes('move-due'),
  }
}
