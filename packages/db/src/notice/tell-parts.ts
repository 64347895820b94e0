import type { Deed } from '../as-actor.ts'
import { enqueueJob } from '../job/job-repository.ts'

/**
 * Tells every service that has something open in the case what the actor's service has just recorded, in the transaction in which it
 * was. Also those of which the actor may not know: who they are comes back to nobody.
 *
 * @param kind case-stopped: the person died or was taken out of the country · back-inside: they are in custody again
 */
export async function tellParts(deed: Deed, episodeId: string, kind: 'case-stopped' | 'back-inside'): Promise<void> {
  const notices = await deed.tx.$queryRaw<{ noticeId: string; serviceId: string }[]>`
    select notice_id as "noticeId", service_id as "serviceId" from app.tell_parts(${episodeId}::uuid, ${kind})`
  for (const notice of notices) await enqueueJob(deed, 'tell-notice', notice)
}

/** Takes the stop notices of an event back, which the actor has just said was wrong. */
export async function untellParts({ tx }: Deed, eventId: string): Promise<void> {
  await tx.$executeRaw`select app.untell_parts(${eventId}::uuid)`
}
