import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findPlanBases, type PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import { findAreaHandoffs } from '@throughcare/db/handoff/area-handoffs'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { recordMissingSteps } from '@throughcare/db/outcome/missing-steps-repository'
import { findSupporterConsents, findSupporters } from '@throughcare/db/supporter/supporter-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { packOfRuleSet } from '@throughcare/domain/checklist/rule-sets'
import { findCountryPack } from '@throughcare/domain/country-pack/country-packs'
import { missingSteps } from '@throughcare/domain/country-pack/did-not-arrive'
import { decideTelling } from '@throughcare/domain/supporter/decide-telling'

/**
 * Somebody did not arrive: the steps of looking for them become items of the service that has them, due from now, and the other
 * ends of the handoffs are told. Nothing is closed and no clock stops.
 *
 * @returns the codes of the steps that are work now; none where the plan is closed
 */
export async function lookForMissing(
  deed: Deed<Actor>,
  of: { episodeId: string; outcomeId: string; requestId: string },
): Promise<string[]> {
  const { episodeId, requestId } = of
  const [basis] = await findPlanBases(deed, [episodeId])
  await tellOthers(deed, of)
  if (!basis?.plan) return []
  const { area, serviceId } = whoLooks(basis, deed.actor.serviceId)
  const pack = packOfRuleSet(basis.plan.ruleSet) ?? findCountryPack(basis.country, basis.region)
  return recordMissingSteps(
    deed,
    { carePlanId: basis.plan.id, episodeId, area, accountableServiceId: serviceId },
    missingSteps(pack?.code ?? null, area, deed.now, await maySupporterBeTold(deed, episodeId)),
    requestId,
  )
}

/** Somebody on the list whom this service may read, and may tell today that the person is out. */
async function maySupporterBeTold(deed: Deed<Actor>, episodeId: string): Promise<boolean> {
  const supporters = await findSupporters(deed, episodeId)
  if (supporters.length === 0) return false
  const consents = await findSupporterConsents(deed, episodeId)
  const at = { now: deed.now, today: plainDateIn(deed.now, getZone(deed.actor.serviceTimeZone)) }
  return supporters.some((one) => decideTelling(one, consents.get(one.id) ?? [], at)?.what.includes('that-i-am-out'))
}

/**
 * Whoever pressed, for the first area that they have; else whoever has the first one; while nobody has any, or they finished what
 * they had, whoever pressed. Only in an area that whoever presses may write.
 */
function whoLooks({ accountable, writes }: PlanBasis, me: string): { area: Area; serviceId: string } {
  const open = AREAS.filter((area) => writes.includes(area))
  const taken = open.flatMap((area) =>
    accountable.filter((each) => each.area === area).map(({ serviceId }) => ({ area, serviceId })),
  )
  const mine = { area: open.find((area) => area === 'support') ?? open[0] ?? 'support', serviceId: me }
  return taken.find(({ serviceId }) => serviceId === me) ?? taken[0] ?? mine
}

/** Both ends of every handoff that whoever pressed has to do with, but not themselves. */
async function tellOthers(deed: Deed<Actor>, { episodeId, outcomeId }: { episodeId: string; outcomeId: string }) {
  const handoffs = (await findAreaHandoffs(deed, episodeId)).filter(({ status }) => !OVER.includes(status))
  const ends = new Map(
    handoffs.flatMap(({ id, sendingServiceId, receivingServiceId }) => [
      [sendingServiceId, id] as const,
      [receivingServiceId, id] as const,
    ]),
  )
  for (const [serviceId, handoffId] of ends)
    if (serviceId !== deed.actor.serviceId)
      await recordNotice(deed, {
        kind: 'did-not-arrive',
        serviceId,
        audience: 'workers',
        episodeId,
        handoffId,
        urgency: 'emergency',
        dedupeKey: outcomeId,
      })
}

const OVER: readonly string[] = ['draft', 'revoked', 'closed', 'timed-out']
