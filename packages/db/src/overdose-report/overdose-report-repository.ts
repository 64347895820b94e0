import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type {
  ContactEnd,
  NaloxoneUsed,
  OverdoseToldBy,
  YesNoNotKnown,
} from '@throughcare/domain/overdose-report/overdose-report-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** An overdose as somebody told it. */
export type OverdoseTold = {
  happenedOn: PlainDate | null
  toldBy: OverdoseToldBy
  naloxone: NaloxoneUsed
  kitId: string | null
  ambulance: YesNoNotKnown
  alone: YesNoNotKnown
}
export type StoredOverdose = OverdoseTold & {
  id: string
  accountableServiceId: string
  accountableServiceName: string
  contactDueAt: string
  /** Null: the contact is still due. */
  contactOutcome: ContactEnd | null
  contactedAt: string | null
  contactedBy: string | null
  serviceName: string
  recordedAt: string
  recordedBy: string | null
  version: number
}

/** Every report of a case that is open to the actor's service, the newest first. */
export function findOverdoses({ tx, actor, now }: Deed, episodeId: string): Promise<StoredOverdose[]> {
  return tx.$queryRaw<StoredOverdose[]>`
    select o.id, o.happened_on::text as "happenedOn", o.told_by as "toldBy", o.naloxone, o.kit_id as "kitId", o.ambulance, o.alone,
      o.accountable_service_id as "accountableServiceId", answers.name as "accountableServiceName",
      app.utc(o.contact_due_at) as "contactDueAt", o.contact_outcome as "contactOutcome", app.utc(o.contacted_at) as "contactedAt",
      c.display_name as "contactedBy", told.name as "serviceName", app.utc(o.recorded_at) as "recordedAt",
      a.display_name as "recordedBy", o.version
    from case_part p join overdose_report o on o.episode_id = p.episode_id
    join service answers on answers.id = o.accountable_service_id join service told on told.id = o.service_id
    left join account a on a.id = o.recorded_by left join account c on c.id = o.contacted_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'naloxone' = any (p.categories)
    order by o.recorded_at desc, o.id desc`
}

/** Writes what was told, and who answers for the contact until when. Nothing else of the case is touched. */
export async function recordOverdoseTold(
  { tx, actor, now }: Deed,
  episodeId: string,
  { happenedOn, ...told }: OverdoseTold,
  contact: { accountableServiceId: string; dueAt: Date },
): Promise<string> {
  const id = newId()
  await tx.overdoseReport.createMany({
    data: [
      {
        ...told,
        id,
        episodeId,
        happenedOn: stored(happenedOn),
        accountableServiceId: contact.accountableServiceId,
        contactDueAt: contact.dueAt,
        serviceId: actor.serviceId,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ],
  })
  return id
}

/**
 * Ends the contact that is due, over the version that was seen.
 *
 * @param outcome null for a try that reached nobody: it is counted, and the contact stays due
 * @returns false when nothing was written: somebody else was in contact meanwhile, or it is not open for writing.
 */
export async function recordContactAfter(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; reportId: string; version: number },
  { outcome, at }: { outcome: ContactEnd | null; at: Date },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update overdose_report o
    set contact_outcome = ${outcome}, contacted_at = case when ${outcome}::text is not null then ${at}::timestamptz end,
      contacted_by = case when ${outcome}::text is not null then ${actor.accountId}::uuid end, version = o.version + 1
    from case_part p
    where o.id = ${seen.reportId}::uuid and o.episode_id = ${seen.episodeId}::uuid and o.version = ${seen.version}
      and o.contacted_at is null and p.episode_id = o.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and 'naloxone' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
