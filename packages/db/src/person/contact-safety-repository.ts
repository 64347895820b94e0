import type { SafeChannel } from '@throughcare/domain/person/contact-safety'
import type { Deed } from '../as-actor.ts'

/** How the person may be reached without being given away. Null: not asked. */
export type ContactSafety = {
  channel: SafeChannel | null
  hours: string | null
  wording: string | null
  voicemail: boolean | null
}
export type StoredContactSafety = ContactSafety & { version: number }

/** The person's own settings; null when nobody asked for any. */
export async function findContactSafety(
  { tx, actor, now }: Deed,
  episodeId: string,
): Promise<StoredContactSafety | null> {
  const [row] = await tx.$queryRaw<StoredContactSafety[]>`
    select c.channel, c.hours, c.wording, c.voicemail, c.version
    from case_part p join contact_safety c on c.person_id = p.person_id
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'identity' = any (p.categories)`
  return row ?? null
}

/**
 * Writes the settings over the version that was seen, or as the first when none was.
 *
 * @returns false when nothing was written: somebody was faster, or the person is not open for writing.
 */
export async function recordSafety(
  { tx, actor, now }: Deed,
  seen: { episodeId: string; version: number | null },
  { channel, hours, wording, voicemail }: ContactSafety,
): Promise<boolean> {
  const changed =
    seen.version === null
      ? await tx.$executeRaw`
          insert into contact_safety (person_id, channel, hours, wording, voicemail)
          select p.person_id, ${channel}, ${hours}, ${wording}, ${voicemail}::boolean from case_part p
          where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${seen.episodeId}::uuid
            and p.until > ${now}::timestamptz and 'identity' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')
          on conflict (person_id) do nothing`
      : await tx.$executeRaw`
          update contact_safety c
          set channel = ${channel}, hours = ${hours}, wording = ${wording}, voicemail = ${voicemail}::boolean, version = c.version + 1
          from case_part p
          where c.person_id = p.person_id and c.version = ${seen.version} and p.service_id = ${actor.serviceId}::uuid
            and p.episode_id = ${seen.episodeId}::uuid and p.until > ${now}::timestamptz and 'identity' = any (p.writes)
            and p.relation in ('own', 'accepted', 'closing')`
  return changed === 1
}
