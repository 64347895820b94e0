import type { SharingFacts } from '@throughcare/domain/consent/decide-sharing'
import type { Deed } from '../as-actor.ts'

/**
 * What decides which information of a case may be shared with one service today: what the person consented to for it, what
 * was decided without consent, and which objections were upheld. For packages/domain's `decideSharing`.
 *
 * Null when the actor's service has no part in the case, or there is no such service.
 */
export async function findSharing({ tx }: Deed, episodeId: string, toServiceId: string): Promise<SharingFacts | null> {
  const [row] = await tx.$queryRaw<{ found: SharingFacts | null }[]>`
    select app.sharing_facts(${episodeId}::uuid, ${toServiceId}::uuid) as found`
  return row?.found ?? null
}
