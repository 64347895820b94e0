import type { Actor } from '@throughcare/db/actor'
import { type DoubleDoseCall, findCalls as findCallsOf } from '@throughcare/db/dose-list/double-dose-call-repository'

/** The emergency calls that concern the actor's service, those that nobody made first. */
export type Calls = { calls: DoubleDoseCall[]; serviceId: string }

/** Two doses for one day by two services: whom to ring about whom, until somebody records that they rang. */
export async function findCalls(actor: Actor): Promise<Calls> {
  return { calls: await findCallsOf(actor, 'dose-list.calls'), serviceId: actor.serviceId }
}
