import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { Leaving, NamingWay, PartnerAnswer } from '@throughcare/domain/partner/partner-codes'
import type { Deed } from '../as-actor.ts'
import { newId } from '../uuid.ts'

/** One statement of a side: all that stood after it. Nothing of the partner is in it. */
export type StoredSide = {
  version: number
  answer: PartnerAnswer
  askedOn: PlainDate | null
  askedById: string | null
  askedBy: string | null
  yesOn: PlainDate | null
  isBlocked: boolean
  leaving: Leaving | null
  namedWay: NamingWay | null
  namedInitials: string | null
  namedOn: PlainDate | null
  code: string | null
  codeUntil: PlainDate | null
  startsOn: PlainDate | null
  recordedAt: string
  recordedBy: string | null
}

/** Every statement of a side that is open to the actor, the newest first; none when nobody was asked. */
export function findSides({ tx, actor, now }: Deed, episodeId: string): Promise<StoredSide[]> {
  return tx.$queryRaw<StoredSide[]>`
    select s.version, s.answer, s.asked_on::text as "askedOn", s.asked_by as "askedById", b.display_name as "askedBy",
      s.yes_on::text as "yesOn", s.is_blocked as "isBlocked", s.leaving, s.named_way as "namedWay",
      s.named_initials as "namedInitials", s.named_on::text as "namedOn", s.code, s.code_until::text as "codeUntil",
      s.starts_on::text as "startsOn", app.utc(s.recorded_at) as "recordedAt", a.display_name as "recordedBy"
    from case_part p join partner_side s on s.episode_id = p.episode_id
    left join account a on a.id = s.recorded_by left join account b on b.id = s.asked_by
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.categories) and app.has_grant('may-see-couples')
    order by s.version desc`
}

/** What is written of a side: everything but who wrote it when. */
export type SideToRecord = Omit<StoredSide, 'version' | 'askedBy' | 'recordedAt' | 'recordedBy'>

/** Whom the person named, as the daily run looks for them. */
export type NamedPartner = { nameWords: string[]; dateOfBirth: PlainDate | null; code: string | null }

/**
 * Writes the next statement of a side, unless somebody was faster, and with it whom the person named. No person is read, whoever was
 * named: the statements are the same for somebody known and somebody unknown.
 *
 * @returns false when another statement than the one seen is the last
 */
export async function recordSide(
  { tx, actor, now }: Deed,
  episodeId: string,
  seenVersion: number | null,
  side: SideToRecord,
  named: NamedPartner | null = null,
): Promise<boolean> {
  const id = newId()
  const version = seenVersion === null ? 0 : seenVersion + 1
  const written = await tx.$executeRaw`
    insert into partner_side (id, episode_id, version, answer, asked_on, asked_by, seen_alone, yes_on, is_blocked, leaving, named_way,
      named_initials, named_on, code, code_until, starts_on, recorded_at, recorded_by)
    select ${id}::uuid, p.episode_id, ${version}, ${side.answer}, ${side.askedOn}::date, ${side.askedById}::uuid, ${side.askedOn !== null},
      ${side.yesOn}::date, ${side.isBlocked}, ${side.leaving}, ${side.namedWay}, ${side.namedInitials}, ${side.namedOn}::date, ${side.code},
      ${side.codeUntil}::date, ${side.startsOn}::date, ${now}::timestamptz, ${actor.accountId}::uuid
    from case_part p
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      and 'partner' = any (p.writes) and app.has_grant('may-see-couples')
      and coalesce((select max(s.version) from partner_side s where s.episode_id = p.episode_id), -1) = ${version - 1}
    on conflict (episode_id, version) do nothing`
  if (written !== 1) return false
  if (named)
    await tx.$executeRaw`
      insert into partner_naming (side_id, episode_id, name_words, date_of_birth, code)
      values (${id}::uuid, ${episodeId}::uuid, ${named.nameWords}::text[], ${named.dateOfBirth}::date, ${named.code})`
  return true
}
