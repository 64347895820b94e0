import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/**
 * Whether this is another prison of the country of the actor's own. Nobody is moved across a border: another law holds there,
 * and what is known of the person there is a new case.
 */
export async function isOtherPrison({ tx, actor }: Deed, serviceId: string): Promise<boolean> {
  const prisons = await tx.service.findMany({
    where: { id: { in: [actor.serviceId, serviceId] }, kind: 'prison-health' },
    select: { country: true },
  })
  return prisons.length === 2 && prisons[0]?.country === prisons[1]?.country
}

/**
 * Ends the stay here and begins one there, in the same instant; items for which this prison answered go along. The database
 * asks again whether the actor's prison holds the person.
 *
 * @returns false when nothing was written: another version stands, or the person has been released or moved meanwhile
 */
export async function recordTransfer(
  { tx }: Deed,
  seen: { episodeId: string; version: number },
  toPrisonId: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ moved: boolean }[]>`
    select app.transfer_episode(${seen.episodeId}::uuid, ${toPrisonId}::uuid, ${newId()}::uuid, ${seen.version}::int) as moved`
  return row?.moved ?? false
}
