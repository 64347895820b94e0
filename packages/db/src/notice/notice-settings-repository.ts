import type { ClockTime } from '@throughcare/domain/calendar/zone'
import { DEFAULT_NOTICE_SETTINGS, type NoticeSettings } from '@throughcare/domain/notice/notice-settings'
import type { Actor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

export type StoredNoticeSettings = NoticeSettings & { version: number }

/** Settings as their row holds them. */
export type StoredSettings = {
  ways: NoticeSettings['ways']
  colleagueId: string | null
  quietFrom: string | null
  quietTo: string | null
}

/** How the actor hears of notices under their hat; the defaults, until they said otherwise. */
export async function findNoticeSettings({ tx, actor }: Deed<Actor>): Promise<StoredNoticeSettings> {
  const row = await tx.noticeSettings.findUnique({ where: { membershipId: actor.membershipId } })
  return row
    ? { ...settingsOf(row as unknown as StoredSettings), version: row.version }
    : { ...DEFAULT_NOTICE_SETTINGS, version: 0 }
}

/** Puts settings over those that were seen; false when others stand there by now. */
export async function recordNoticeSettings(
  { tx, actor, now }: Deed<Actor>,
  seenVersion: number,
  { ways, colleagueId, quiet }: NoticeSettings,
): Promise<boolean> {
  const written =
    seenVersion === 0
      ? await tx.$executeRaw`
          insert into notice_settings (membership_id, ways, colleague_id, quiet_from, quiet_to, chosen_at, version)
          values (${actor.membershipId}::uuid, ${JSON.stringify(ways)}::jsonb, ${colleagueId}::uuid, ${quiet?.from ?? null},
            ${quiet?.to ?? null}, ${now}, 1) on conflict do nothing`
      : await tx.$executeRaw`
          update notice_settings set ways = ${JSON.stringify(ways)}::jsonb, colleague_id = ${colleagueId}::uuid,
            quiet_from = ${quiet?.from ?? null}, quiet_to = ${quiet?.to ?? null}, chosen_at = ${now}, version = version + 1
          where membership_id = ${actor.membershipId}::uuid and version = ${seenVersion}::int`
  return written === 1
}

export type Colleague = { membershipId: string; name: string }

/** The others at the actor's service to whom something can be re-routed, by name. */
export function listColleagues({ tx, actor }: Deed<Actor>): Promise<Colleague[]> {
  return tx.$queryRaw`
    select membership_id as "membershipId", display_name as name from app.colleagues(${actor.serviceId}::uuid)
    order by 2, 1`
}

export function settingsOf({ ways, colleagueId, quietFrom, quietTo }: StoredSettings): NoticeSettings {
  const quiet = quietFrom && quietTo ? { from: quietFrom as ClockTime, to: quietTo as ClockTime } : null
  return { ways, colleagueId, quiet }
}
