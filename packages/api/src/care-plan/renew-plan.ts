import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPlanBases, lockPlans, type PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import { recordRenewal, recordRewritten } from '@throughcare/db/care-plan/plan-renewing'
import { recordItemMoves, recordItems } from '@throughcare/db/care-plan/plan-writing'
import { isWholeCase } from '@throughcare/domain/access/grants'
import type { RenewPlanInput } from '@throughcare/domain/care-plan/renew-plan-input'
import { planDifference } from '@throughcare/domain/checklist/plan-difference'
import { currentRuleSetFor } from '@throughcare/domain/checklist/rule-sets'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getPart } from './get-part.ts'
import { growthOf, movesOf, newItemsOf, type PlanGrowth } from './grow-plan.ts'
import { accountableFor, ruleFactsOf, timingOf } from './rules-of-case.ts'

export type PlanRenewed = { ruleSet: string; growth: PlanGrowth; rewritten: number }

/**
 * Brings a running plan to the newest version of its rules, as the page showed it. Nothing that somebody finished, declined or
 * called not needed is touched; who did it, from which version and when is kept.
 *
 * @throws AppError `not-found` | `not-allowed` where the service does not hold the whole case | `changed-meanwhile` when the
 *   plan, or the newest version, is not what was on the page any more
 */
export function renewPlan(actor: Actor, input: RenewPlanInput): Promise<PlanRenewed> {
  return perform(actor, 'care-plan.renew', input, async (deed) => {
    const { episodeId, requestId, ruleSet, seenVersion } = input
    const part = await getPart(deed, episodeId, 'care-plan.renew')
    if (!isWholeCase(part.writes)) throw new AppError('not-allowed')
    await lockPlans(deed, [episodeId])
    const [basis] = await findPlanBases(deed, [episodeId])
    if (!basis) throw new AppError('not-found')
    const { plan } = basis
    const isNewest = ruleSet === currentRuleSetFor(basis.country, basis.region) && ruleSet !== plan?.ruleSet
    if (!plan || !isNewest || plan.version !== seenVersion) throw changedMeanwhile(seenVersion, basis)
    const seen = { planId: plan.id, episodeId, version: seenVersion, ruleSet: plan.ruleSet }
    if (!(await recordRenewal(deed, seen, ruleSet, requestId))) throw changedMeanwhile(seenVersion, basis)
    const written = await recordDifference(deed, basis, plan, ruleSet, requestId)
    await recordAudit(deed, {
      action: 'care-plan.renew',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['ruleSet'],
      requestId,
    })
    return { ruleSet, ...written }
  })
}

async function recordDifference(
  deed: Deed,
  basis: PlanBasis,
  plan: NonNullable<PlanBasis['plan']>,
  ruleSet: string,
  requestId: string,
): Promise<Omit<PlanRenewed, 'ruleSet'>> {
  const { changes, rewritten } = planDifference(
    plan.ruleSet,
    ruleSet,
    ruleFactsOf(basis),
    timingOf(basis, deed.now),
    basis.items,
  )
  const moves = movesOf(basis, changes)
  if ((await recordItemMoves(deed, moves, requestId)) !== moves.length) throw new AppError('changed-meanwhile')
  await recordItems(deed, newItemsOf(basis, plan, changes), requestId)
  await recordRewritten(
    deed,
    plan.id,
    rewritten.map(({ code, item }) => ({
      code,
      ownerSide: item.ownerSide,
      critical: item.critical,
      blockedBy: item.allBlockers,
      dueOffsetMinutes: item.dueOffsetMinutes,
      accountableServiceId: accountableFor(basis, item),
    })),
  )
  return { growth: growthOf(changes), rewritten: rewritten.length }
}

function changedMeanwhile(seenVersion: number, { plan }: PlanBasis): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: plan && { version: plan.version, ruleSet: plan.ruleSet },
      changedBy: null,
      changedAt: null,
    },
  })
}
