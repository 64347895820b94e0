import type { RelationOrNone } from '@throughcare/domain/access/access-codes'
import type { Deed } from '../as-actor.ts'

/** How the actor's service stands to a case now: `none` when it has no part, or when its part is over. */
export async function findPartRelation({ tx, actor, now }: Deed, episodeId: string): Promise<RelationOrNone> {
  const part = await tx.casePart.findFirst({
    where: { serviceId: actor.serviceId, episodeId, until: { gt: now } },
    select: { relation: true },
  })
  return (part?.relation as RelationOrNone | undefined) ?? 'none'
}
