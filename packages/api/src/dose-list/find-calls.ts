import type { Actor } from '@throughcare/db/actor'
import { type DoubleDoseCall, findCalls as findCallsOf } from '@throughcare/db/dose-list/double-dose-call-repository'
import type { FindCallsInput } from '@throughcare/domain/dose-list/find-calls-input'

/** The emergency calls that concern the actor's service, those that nobody made first. */
export type Calls = { calls: DoubleDoseCall[] }

/** Two doses for one day by two services: whom to ring about whom, until somebody records that they rang. */
export async function findCalls(actor: Actor, { episodeId }: FindCallsInput): Promise<Calls> {
  return { calls: await findCallsOf(actor, episodeId, 'dose-list.calls') }
}
