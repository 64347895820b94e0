import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** Whether this is a prison of this installation, other than the actor's own. */
export async function isOtherPrison({ tx, actor }: Deed, serviceId: string): Promise<boolean> {
  const count = await tx.service.count({
    where: { id: serviceId, kind: 'prison-health', NOT: { id: actor.serviceId } },
  })
  return count > 0
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
