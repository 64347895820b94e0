import { SYSTEM_OF_NO_SERVICE, type SystemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import {
  findReleaseRecords,
  forgetCounts,
  listReleasesBehind,
  recordCounts,
  takeReleasesToCount,
  takeTurnToCount,
} from '@throughcare/db/continuity/count-repository'
import { type CountedNames, namesOf } from '@throughcare/db/continuity/counted-names'
import { TotalShift } from '@throughcare/db/continuity/total-shift'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { countRelease } from '@throughcare/domain/continuity/count-release'
import { windowMonths } from '@throughcare/domain/continuity/report-window'

/** So many are counted in one transaction: a second's work. */
const AT_ONCE = 500
/** What one run of the worker takes at most; the next one goes on where it stopped. */
const MOST_ROUNDS = 40
/** A country is counted anew within this. */
const REBUILD_MS = 5 * 3_600_000

/**
 * Counts anew what changed since it was counted: releases that a transaction marked, and those of which time alone changed something.
 *
 * @returns how many were counted; 0 while somebody else counts
 */
export async function followFigures(): Promise<number> {
  let counted = 0
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ids = await asActor(
      SYSTEM_OF_NO_SERVICE,
      async (deed) => {
        if (!(await takeTurnToCount(deed, false))) return []
        return countSome(deed)
      },
      { timeoutMs: 120_000 },
    )
    counted += ids.length
    if (ids.length === 0) break
  }
  return counted
}

/**
 * Counts every release of the months that figures show from the beginning, whatever the totals say. Pages read what stood until all of
 * it is counted.
 *
 * @returns how many releases
 */
export function rebuildFigures(): Promise<number> {
  return asActor(
    SYSTEM_OF_NO_SERVICE,
    async (deed) => {
      await takeTurnToCount(deed, true)
      await forgetCounts(deed)
      const names = await namesOf(deed)
      const shift = new TotalShift(names)
      let counted = 0
      let behind = { releasedAt: firstInstantOf(deed.now), id: '00000000-0000-0000-0000-000000000000' }
      for (;;) {
        const releases = await listReleasesBehind(deed, behind, AT_ONCE)
        const last = releases.at(-1)
        // In order of release a month is over once another has begun: its totals are written once.
        if (last === undefined || last.releasedAt.getUTCMonth() !== behind.releasedAt.getUTCMonth())
          await shift.write(deed, false)
        if (last === undefined) return counted
        await countAnew(
          deed,
          { names, shift },
          releases.map(({ id }) => id),
          true,
        )
        counted += releases.length
        behind = last
      }
    },
    { timeoutMs: REBUILD_MS },
  )
}

/** A day before the first month that any figure shows: months begin earlier in the east. */
export function firstInstantOf(now: Date): Date {
  const [first] = windowMonths(getPlainDate(now.toISOString().slice(0, 10)))
  return new Date(Date.parse(`${first}-01T00:00:00Z`) - 24 * 3_600_000)
}

/** Counts all that waits, within somebody's turn. */
export async function followWithin(deed: Deed<SystemActor>): Promise<void> {
  for (;;) if ((await countSome(deed)).length === 0) return
}

async function countSome(deed: Deed<SystemActor>): Promise<string[]> {
  const taken = await takeReleasesToCount(deed, AT_ONCE)
  if (taken.length === 0) return taken
  const names = await namesOf(deed)
  const shift = new TotalShift(names)
  await countAnew(deed, { names, shift }, taken, false)
  await shift.write(deed, false)
  return taken
}

async function countAnew(
  deed: Deed<SystemActor>,
  at: { names: CountedNames; shift: TotalShift },
  episodeIds: readonly string[],
  isNew: boolean,
): Promise<void> {
  const records = await findReleaseRecords(deed, episodeIds)
  const counted = records.map((record) => ({ record, counts: countRelease(record, deed.now) }))
  await recordCounts(deed, at, episodeIds, counted, isNew)
}
