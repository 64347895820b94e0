import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'

/** Everything that happens by itself, and what a job of it carries: ids, never names. */
export type Jobs = {
  'read-release-list': { serviceId: string; listId: string }
  'write-release-list': { serviceId: string; listId: string }
  'make-plans': { serviceId: string; episodeIds: string[] }
  'fill-holidays': Record<string, never>
  'follow-gaps': Record<string, never>
  'follow-dose-alerts': Record<string, never>
  'follow-digests': Record<string, never>
  'send-digest': { serviceId: string; membershipId: string; day: PlainDate }
  'tell-notice': { serviceId: string; noticeId: string }
  'follow-deadlines': Record<string, never>
  'follow-posts': Record<string, never>
  'send-notice': { serviceId: string; mailId: string }
  'seal-audit': Record<string, never>
  'verify-audit': Record<string, never>
  'count-retention': Record<string, never>
  'make-reports': Record<string, never>
  'send-link': { linkId: string }
  'run-simulation': { serviceId: string; simulationId: string }
  'follow-figures': Record<string, never>
  'rebuild-figures': Record<string, never>
  'compare-figures': Record<string, never>
  sweep: Record<string, never>
}
export type JobName = keyof Jobs

/** Adds a job in the transaction that causes it: both happen, or neither. */
export async function enqueueJob<N extends JobName>({ tx }: Deed, name: N, payload: Jobs[N]): Promise<void> {
  await tx.$executeRaw`select app.enqueue(${name}, ${JSON.stringify(payload)}::jsonb)`
}

/** Clears away what has had its time: see app.sweep(), app.sweep_sign_ins(), app.sweep_drafts(), app.sweep_digests() and app.sweep_notices(). */
export async function sweepDatabase({ tx }: Deed): Promise<void> {
  await tx.$executeRaw`select app.sweep()`
  await tx.$executeRaw`select app.sweep_sign_ins()`
  await tx.$executeRaw`select app.sweep_links()`
  await tx.$executeRaw`select app.sweep_drafts()`
  await tx.$executeRaw`select app.sweep_digests()`
  await tx.$executeRaw`select app.sweep_notices()`
  await tx.$executeRaw`select app.sweep_arrival_requests()`
  await tx.$executeRaw`select app.sweep_live_events()`
}
