import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ListRules } from '@throughcare/domain/dose-list/listed-dose'
import type { DosingPlace } from '@throughcare/domain/medication/dosing-day'
import { findApprovedRules, rulesInForce } from '../rule-set/find-rules.ts'

/** The rules that hold where the actor's service doses: its own, or those of its country. */
export async function rulesOfService(deed: Deed, actor: Actor, { zone }: DosingPlace): Promise<ListRules> {
  const at = { serviceId: actor.serviceId, country: actor.serviceCountry }
  return rulesInForce(await findApprovedRules(deed, [at]), at, plainDateIn(deed.now, zone))
}
