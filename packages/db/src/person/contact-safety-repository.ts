import type { SafeChannel } from '@throughcare/domain/person/contact-safety'
import type { Deed } from '../as-actor.ts'

/** How a person may be reached, as they said it. Null in a field: not asked. */
export type ContactSafetySettings = {
  channel: SafeChannel | null
  hours: string | null
  wording: string | null
  voicemail: boolean | null
}

/** The settings of somebody of whom the actor's service holds a case; null when none were recorded. */
export async function findHeldContactSafety(
  { tx, actor, now }: Deed,
  personId: string,
): Promise<(ContactSafetySettings & { version: number }) | null> {
  const [row] = await tx.$queryRaw<(ContactSafetySettings & { version: number })[]>`
    select c.channel, c.hours, c.wording, c.voicemail, c.version from contact_safety c
    where c.person_id = ${personId}::uuid and exists (select 1 from case_part p where p.person_id = c.person_id
      and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz and p.relation in ('own', 'closing'))`
  return row ?? null
}

/**
 * Writes the settings, unless somebody was faster.
 *
 * @param seenVersion null when there were none
 * @returns false when others stand now, or the actor's service holds no case of this person.
 */
export async function recordContactSettings(
  { tx, actor, now }: Deed,
  seen: { personId: string; version: number | null },
  { channel, hours, wording, voicemail }: ContactSafetySettings,
): Promise<boolean> {
  const written =
    seen.version === null
      ? await tx.$executeRaw`
          insert into contact_safety (person_id, channel, hours, wording, voicemail)
          select distinct p.person_id, ${channel}, ${hours}, ${wording}, ${voicemail}::boolean from case_part p
          where p.person_id = ${seen.personId}::uuid and p.service_id = ${actor.serviceId}::uuid
            and p.until > ${now}::timestamptz and p.relation in ('own', 'closing')
          on conflict (person_id) do nothing`
      : await tx.$executeRaw`
          update contact_safety c
          set channel = ${channel}, hours = ${hours}, wording = ${wording}, voicemail = ${voicemail}::boolean,
            version = c.version + 1
          where c.person_id = ${seen.personId}::uuid and c.version = ${seen.version} and exists (select 1 from case_part p
            where p.person_id = c.person_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
              and p.relation in ('own', 'closing'))`
  return written === 1
}
