import { SYSTEM_OF_NO_SERVICE, type SystemActor } from '@throughcare/db/actor'
import { asActor, asSystemWithin, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { beginRun, recordShown, type ShownInRun, type SideInRun } from '@throughcare/db/partner/run-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { lastRunAt } from '@throughcare/domain/partner/ordinary-run'
import { isActive, isStanding, shownTo } from '@throughcare/domain/partner/partner-link'

/** A run of all sides takes a moment; other deeds do not. */
const TIMEOUT_MS = 60_000

/**
 * The ordinary run of the day, if it was not made yet: the only moment at which anything crosses between two partners. Late, it is made
 * once, for the last moment that passed.
 *
 * @returns of how many cases something changed
 */
export function runPartners(): Promise<number> {
  return asActor(
    SYSTEM_OF_NO_SERVICE,
    async (deed) => {
      const runAt = lastRunAt(deed.now)
      const sides = await beginRun(deed, runAt)
      if (sides.length === 0) return 0
      const changed = await recordShown(deed, runAt, decideRun(sides, runAt.toISOString().slice(0, 10) as PlainDate))
      await tellTrail(deed, sides, changed)
      return changed.length
    },
    { timeoutMs: TIMEOUT_MS },
  )
}

/** What each side is shown, by the rule that `partner-link.ts` is. */
export function decideRun(sides: readonly SideInRun[], today: PlainDate): ShownInRun[] {
  const byCase = new Map(sides.map((side) => [side.episodeId, side]))
  return sides.map((side) => {
    const other = (side.otherEpisodeId === null ? null : byCase.get(side.otherEpisodeId)) ?? null
    const isShown = shownTo(side, other, today) === 'active'
    return {
      episodeId: side.episodeId,
      otherEpisodeId: side.otherEpisodeId,
      isShown,
      isActive: other !== null && isActive(side, other, today),
      isKeptUp: isShown && other !== null && !isStanding(other, today),
      leaves: side.leaving === 'end-now' || side.leaving === 'next-run',
      otherStartsOn: isShown ? (other?.startsOn ?? null) : null,
    }
  })
}

/** One entry for each case that changed, of the prison that holds it: none names two. */
async function tellTrail(
  deed: Deed<SystemActor>,
  sides: readonly SideInRun[],
  changed: readonly string[],
): Promise<void> {
  for (const { episodeId, personId, serviceId } of sides.filter((side) => changed.includes(side.episodeId)))
    await asSystemWithin(deed, serviceId, (within) =>
      recordAudit(within, { action: 'partner.run', episodeIds: [episodeId], personIds: [personId] }),
    )
}
