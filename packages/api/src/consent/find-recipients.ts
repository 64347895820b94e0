import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { findReceiverServices, type ReceiverService } from '@throughcare/db/handoff/receiver-repository'
import { COMMUNITY_KINDS } from '@throughcare/domain/access/who-groups'

/**
 * Whom a consent, a legal basis or an objection can name, by name: the services to which a release can be handed over. Never
 * those that see no person (a region, the administration): to agree to share with them would be a promise that means nothing.
 */
export async function findRecipients(deed: Deed<Actor>): Promise<ReceiverService[]> {
  const services = await findReceiverServices(deed)
  return services.filter(({ kind }) => COMMUNITY_KINDS.some((one) => one === kind))
}
