import type { Deed } from '@throughcare/db/as-actor'
import { findReceiverServices, type ReceiverService } from '@throughcare/db/handoff/receiver-repository'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { DeadlineRule } from '@throughcare/domain/deadline-rule/deadline-rule'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'

/** A service that takes over, as far as it is the same for every handoff that goes to it now. */
export type FallbackAtHand = {
  service: ReceiverService & { mailboxBounces: boolean }
  hours: OpeningHours
  rule: DeadlineRule
}

/** By transaction: when a service is silent many handoffs go to the same fallback in one of them. */
const atHand = new WeakMap<Deed['tx'], Map<string, Promise<FallbackAtHand | null>>>()

/** The fallback with its hours, its rule and whether mails to it come back; asked once in a transaction. Null: there is none. */
export function findFallbackAtHand(deed: Deed, serviceId: string): Promise<FallbackAtHand | null> {
  const known = atHand.get(deed.tx) ?? new Map<string, Promise<FallbackAtHand | null>>()
  atHand.set(deed.tx, known)
  const found = known.get(serviceId) ?? ask(deed, serviceId)
  known.set(serviceId, found)
  return found
}

async function ask(deed: Deed, serviceId: string): Promise<FallbackAtHand | null> {
  const service = (await findReceiverServices(deed)).find(({ id }) => id === serviceId)
  const hours = (await findOpeningHours(deed, [serviceId])).get(serviceId)
  if (!service || !hours) return null
  const ruleOf = await findDeadlineRules(deed, [service])
  return {
    hours,
    rule: ruleOf(service),
    service: { ...service, mailboxBounces: await hasBouncingMailbox(deed, serviceId) },
  }
}
