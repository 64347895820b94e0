import type { AdmissionTerms } from '@throughcare/domain/admission/admission-terms'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Deed } from '../as-actor.ts'

/** Whom a service takes and how soon, as it said last; when it was asked, and who wrote it down. */
export type Admission = AdmissionTerms & { askedOn: PlainDate; recordedBy: string | null; version: number }

/** What stands of every service that was ever asked, by its id. A reference: it names no person. */
export async function findAdmissions({ tx }: Deed): Promise<Map<string, Admission>> {
  const rows = await tx.$queryRaw<(Admission & { serviceId: string })[]>`
    select distinct on (a.service_id) a.service_id as "serviceId", a.women_only as "womenOnly", a.couples,
      a.waiting_days as "waitingDays", a.told_by as "toldBy", a.asked_on::text as "askedOn", w.display_name as "recordedBy",
      a.version
    from service_admission a left join account w on w.id = a.recorded_by order by a.service_id, a.version desc`
  return new Map(rows.map(({ serviceId, ...admission }) => [serviceId, admission]))
}

/**
 * Keeps what a service said, over the version that was seen.
 *
 * @returns false when another version stands, or there is no such service.
 */
export async function recordAdmissionTerms(
  { tx, actor, now }: Deed,
  seen: { serviceId: string; version: number },
  { womenOnly, couples, waitingDays, toldBy, askedOn }: AdmissionTerms & { askedOn: PlainDate },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into service_admission (service_id, version, women_only, couples, waiting_days, told_by, asked_on, recorded_at, recorded_by)
    select s.id, ${seen.version + 1}::int, ${womenOnly}, ${couples}, ${waitingDays}::int, ${toldBy},
      ${askedOn}::date, ${now}::timestamptz, ${actor.accountId}::uuid
    from service s
    where s.id = ${seen.serviceId}::uuid
      and ${seen.version}::int = coalesce((select max(a.version) from service_admission a where a.service_id = s.id), 0)
    on conflict do nothing`
  return written === 1
}
