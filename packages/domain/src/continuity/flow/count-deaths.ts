import type { Month } from '../report-window.ts'
import { inFives, isSmall, SMALLEST_COUNT, type SmallestCount } from '../small-counts.ts'

/** Over so many months deaths are added up. */
export const DEATH_MONTHS = 12

/** Twelve whole months, and how many of those released in them have died since: in fives, or too few to tell. */
export type Deaths = { from: Month; to: Month; about: number | 'too-few' }

/**
 * Deaths of a region (rule FIG-31): of people released in the last twelve whole months, and in the twelve before.
 *
 * Never by month, prison, service or group, and never exact: told in fives, so that the window moving on by a month, or somebody
 * being recorded, tells of nobody. Fewer than five are too few; nobody is too few as well, since it would tell of the first.
 *
 * @param whole the months of the figures that are over
 */
export function countDeaths(
  byMonth: ReadonlyMap<Month, number>,
  whole: readonly Month[],
  smallest: SmallestCount = SMALLEST_COUNT,
): Deaths[] {
  const windows = [whole.slice(-DEATH_MONTHS), whole.slice(-2 * DEATH_MONTHS, -DEATH_MONTHS)]
  return windows.flatMap((window) => {
    const [from, to] = [window[0], window.at(-1)]
    if (window.length < DEATH_MONTHS || !from || !to) return []
    const count = window.reduce((sum, month) => sum + (byMonth.get(month) ?? 0), 0)
    const isTooFew = count === 0 || isSmall(count, smallest)
    return [{ from, to, about: isTooFew ? ('too-few' as const) : inFives(count) }]
  })
}
