import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPlanBases, type PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import { type NewItem, type NewPlan, recordItems, recordPlans } from '@throughcare/db/care-plan/plan-writing'
import { newId } from '@throughcare/db/uuid'
import { planItems } from '@throughcare/domain/checklist/plan-items'
import { currentRuleSetFor } from '@throughcare/domain/checklist/rule-sets'
import { accountableFor, ruleFactsOf, timingOf } from './rules-of-case.ts'

/**
 * Opens the plan of one case, in the deed that opened the case or first learned of it. Nothing happens where a plan is open
 * already, or where the actor's service does not hold the case.
 *
 * @returns whether a plan was made.
 */
export async function makePlan(deed: Deed, episodeId: string): Promise<boolean> {
  return (await makePlans(deed, [episodeId])) === 1
}

/**
 * Opens plans for a batch of cases that never had one: each with the items that its facts ask for, every item with its due time,
 * one accountable service and the first line of its history. A handful of statements whatever the size of the batch; 500 at
 * a time is what the worker sends after a release list.
 *
 * @returns how many plans were made.
 */
export async function makePlans(deed: Deed, episodeIds: readonly string[]): Promise<number> {
  const bases = (await findPlanBases(deed, episodeIds)).filter(
    (basis) => basis.plan === null && !basis.isClosed && isHeld(basis),
  )
  if (bases.length === 0) return 0

  const plans = bases.map((basis): NewPlan & { basis: PlanBasis } => ({
    id: newId(deed.now.getTime()),
    episodeId: basis.episodeId,
    ruleSet: currentRuleSetFor(basis.country, basis.region),
    releaseDateSeen: basis.releaseDate,
    basis,
  }))
  const opened = await recordPlans(
    deed,
    plans.map(({ basis: _basis, ...plan }) => plan),
  )
  const made = plans.filter((plan) => opened.has(plan.id))
  await recordItems(
    deed,
    made.flatMap((plan) => itemsOf(plan, deed.now)),
    null,
  )
  await recordAudit(deed, {
    action: 'care-plan.make',
    episodeIds: made.map((plan) => plan.episodeId),
    personIds: made.map((plan) => plan.basis.personId),
  })
  return made.length
}

/** Only the prison that holds the person, or held it until lately, makes the plan: nobody else sees all of its facts. */
function isHeld(basis: PlanBasis): boolean {
  return basis.relation === 'own' || (basis.relation === 'closing' && basis.categories.includes('own-words'))
}

function itemsOf({ id, ruleSet, basis }: NewPlan & { basis: PlanBasis }, now: Date): NewItem[] {
  return planItems(ruleSet, ruleFactsOf(basis), timingOf(basis, now)).map((item) => ({
    carePlanId: id,
    episodeId: basis.episodeId,
    area: item.area,
    code: item.code,
    accountableServiceId: accountableFor(basis, item),
    ownerSide: item.ownerSide,
    dueOffsetMinutes: item.dueOffsetMinutes,
    dueAt: item.dueAt,
    critical: item.critical,
    // The rule's whole list: a blocker that joins the plan later blocks from then on, one that is not there blocks nothing.
    blockedBy: item.allBlockers,
    status: item.doneByFact ? 'done' : 'open',
  }))
}
