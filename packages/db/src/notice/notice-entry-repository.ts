import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** The hats that hear of a notice: none once it was withdrawn, or when work on its case has stopped. */
export async function findNoticeReaders({ tx }: Deed<SystemActor>, noticeId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ membershipId: string }[]>`
    select membership_id as "membershipId" from app.notice_readers(${noticeId}::uuid) order by 1`
  return rows.map(({ membershipId }) => membershipId)
}

/** Puts a notice into the inbox of a hat, once however often it is asked; false when it lies there. */
export async function recordNoticeEntry(
  { tx, actor, now }: Deed<SystemActor>,
  noticeId: string,
  membershipId: string,
  onBehalfOf: string | null = null,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into notice_entry (id, notice_id, service_id, membership_id, kind, urgency, episode_id, handoff_id, caused_at, told_at,
      on_behalf_of)
    select ${newId()}::uuid, n.id, n.service_id, ${membershipId}::uuid, n.kind, n.urgency, n.episode_id, n.handoff_id, n.caused_at,
      ${now}, ${onBehalfOf}::uuid
    from notice n where n.id = ${noticeId}::uuid and n.service_id = ${actor.serviceId}::uuid
    on conflict do nothing`
  return written === 1
}
