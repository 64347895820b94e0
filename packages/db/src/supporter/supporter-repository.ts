import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { SupporterConsent } from '@throughcare/domain/supporter/decide-telling'
import type { Consent, MayBeTold, SupporterRole } from '@throughcare/domain/supporter/supporter-codes'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** What is said of a supporter. */
export type SupporterSaid = {
  name: string
  role: SupporterRole
  phone: string | null
  isCrisisContact: boolean
  consent: Consent
  consentOn: PlainDate | null
  mayBeTold: MayBeTold[]
}
export type StoredSupporter = SupporterSaid & {
  id: string
  version: number
  recordedAt: string
  recordedBy: string | null
}

/**
 * Those on the list of a case that is open to the actor's service, and are details that it may read: of the house, of whoever wrote
 * them down, or of whom a consent names. Whoever may be rung in a crisis first.
 */
export function findSupporters({ tx, actor, now }: Deed, episodeId: string): Promise<StoredSupporter[]> {
  return tx.$queryRaw<StoredSupporter[]>`
    select s.id, s.name, s.role, s.phone, s.is_crisis_contact as "isCrisisContact", s.consent, s.consent_on::text as "consentOn",
      s.may_be_told as "mayBeTold", s.version, app.utc(s.recorded_at) as "recordedAt", a.display_name as "recordedBy"
    from case_part p join supporter s on s.episode_id = p.episode_id left join account a on a.id = s.recorded_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'support' = any (p.categories) and s.withdrawn_at is null
      and (s.service_id = p.service_id or app.may_read_shared(p.episode_id, 'supporters'))
    order by s.is_crisis_contact desc, s.id`
}

/**
 * What the person said about telling each supporter of the case something, by the supporter's id; of supporters whom the actor's service
 * may read. For packages/domain's `decideTelling`.
 */
export async function findSupporterConsents({ tx }: Deed, episodeId: string): Promise<Map<string, SupporterConsent[]>> {
  const rows = await tx.$queryRaw<(SupporterConsent & { supporterId: string })[]>`
    select supporter_id as "supporterId", consent_id as "consentId", state, app.utc(valid_from) as from, app.utc(valid_until) as until,
      to_on::text as "toOn", app.utc(said_at) as "saidAt"
    from app.supporter_consents(${episodeId}::uuid) order by consent_id`
  return Map.groupBy(rows, ({ supporterId }) => supporterId)
}

/** Puts somebody on the list. */
export async function recordNewSupporter(
  { tx, actor, now }: Deed,
  episodeId: string,
  { consentOn, ...said }: SupporterSaid,
): Promise<string> {
  const id = newId()
  await tx.supporter.createMany({
    data: [{ ...said, consentOn: stored(consentOn), id, episodeId, recordedAt: now, recordedBy: actor.accountId }],
  })
  return id
}

/**
 * Writes what is said of a supporter over the version that was seen, or takes them off the list.
 *
 * @returns false when nothing was written: another version stands now, or they are off the list.
 */
export async function recordSupporterChange(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; supporterId: string; version: number },
  said: SupporterSaid & { isWithdrawn: boolean },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update supporter s
    set name = ${said.name}, role = ${said.role}, phone = ${said.phone}, is_crisis_contact = ${said.isCrisisContact},
      consent = ${said.consent}, consent_on = ${said.consentOn}::date, may_be_told = ${said.mayBeTold}::text[],
      withdrawn_at = case when ${said.isWithdrawn} then ${now}::timestamptz end, recorded_at = ${now}::timestamptz,
      recorded_by = ${actor.accountId}::uuid, version = s.version + 1
    from case_part p
    where s.id = ${seen.supporterId}::uuid and s.episode_id = ${seen.episodeId}::uuid and s.version = ${seen.version}
      and s.withdrawn_at is null and p.episode_id = s.episode_id and p.service_id = ${actor.serviceId}::uuid
      and p.until > ${now}::timestamptz and 'support' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
