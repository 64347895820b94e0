import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { PartnerSide } from '@throughcare/domain/partner/partner-link'
import type { SystemActor } from '../actor.ts'
import type { Deed } from '../as-actor.ts'

/** A side as the daily run reads it, with the case of the one with whom it and its person named each other. */
export type SideInRun = PartnerSide & {
  episodeId: string
  personId: string
  /** The prison that holds the person, or held them last. */
  serviceId: string
  startsOn: PlainDate | null
  otherEpisodeId: string | null
}

/** Begins the run of that moment. Nobody, when it was made already. */
export function beginRun({ tx }: Deed<SystemActor>, runAt: Date): Promise<SideInRun[]> {
  return tx.$queryRaw<SideInRun[]>`
    select s.episode_id as "episodeId", s.person_id as "personId", s.service_id as "serviceId", s.answer, s.asked_on::text as "askedOn",
      s.yes_on::text as "yesOn", s.is_blocked as "isBlocked", s.leaving, s.starts_on::text as "startsOn",
      s.other_episode_id as "otherEpisodeId"
    from app.partner_sides(${runAt}::timestamptz) s`
}

/** What the run decided for one side. */
export type ShownInRun = {
  episodeId: string
  otherEpisodeId: string | null
  /** Whether this side is told that the link is active. */
  isShown: boolean
  /** Whether joint work really goes on. */
  isActive: boolean
  /** Whether the other keeps up appearances: what this side was shown of them stays as it was. */
  isKeptUp: boolean
  /** Whether this side left, and is not expected at times for both. */
  leaves: boolean
  otherStartsOn: PlainDate | null
}

/** Leaves on each side what was decided for it. @returns the cases of which something changed */
export async function recordShown(
  { tx }: Deed<SystemActor>,
  runAt: Date,
  decided: readonly ShownInRun[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ episodeId: string }[]>`
    select s.episode_id as "episodeId" from app.show_partners(${runAt}::timestamptz, ${JSON.stringify(decided)}::jsonb) s`
  return rows.map(({ episodeId }) => episodeId)
}
