import { type Deed, soon } from '@throughcare/db/as-actor'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import { holdGap, recordGap } from '@throughcare/db/gap/gap-writing'
import { gapOfCase } from '@throughcare/domain/gap/gap-of-case'
import { followCoverPlan } from '../cover-plan/follow-cover-plan.ts'
import { coverInputOf } from '../cover-plan/planned-cover-of.ts'
import { findAlertsOfCase, followDoseAlerts } from '../dose-alert/follow-dose-alerts.ts'
import { readMedication } from '../medication/read-medication.ts'

/** A deed that wrote to more cases than this leaves them to the worker: nobody waits for a list. */
const AT_ONCE = 8

/**
 * Works out again, before the deed commits, what the gap board shows of the cases that it wrote to, and what their dose alerts say:
 * whichever deed it was, a dose, a recall, a transfer or an appointment. What the actor may not write, and what is too much at
 * once, stays marked as out of date until the worker comes to it.
 *
 * @param moved the cases, as recordAnswer told them
 */
export async function followMovedCases(deed: Deed, moved: readonly string[]): Promise<void> {
  if (moved.length > AT_ONCE) return
  for (const episodeId of moved.toSorted()) {
    const gap = followGap(deed, episodeId)
    // Leaves with what the gap asks for.
    const alerts = findAlertsOfCase(deed, episodeId)
    soon(deed, alerts)
    if (await gap) await followDoseAlerts(deed, episodeId, alerts)
  }
}

/**
 * Works out the first gap of one case and keeps it for the board, and says whether what was agreed against it still stands.
 *
 * @returns false when the treatment of the case is not the actor's to write, and nothing was.
 */
export async function followGap(deed: Deed, episodeId: string): Promise<boolean> {
  holdGap(deed, episodeId)
  const read = await readMedication(deed, episodeId)
  if (!read?.found.part.writes.includes('omt') || !ACTS.includes(read.found.part.relation)) return false
  const { of } = read
  const stored = await findCover(deed, episodeId)
  const input = coverInputOf(of, stored, deed.now)
  recordGap(deed, episodeId, input.dosingServiceId, gapOfCase(input, of.rules.depot))
  if (stored?.plan) await followCoverPlan(deed, episodeId, stored.plan, { of, stored, input })
  return true
}

const ACTS: readonly string[] = ['own', 'accepted', 'closing']
