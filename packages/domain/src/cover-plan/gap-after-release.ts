import type { PlainDate } from '../calendar/plain-date.ts'
import type { StripDay } from '../medication/dose-strip.ts'
import { firstGapOf } from '../medication/strip-state.ts'
import type { CoverGap } from './cover-readiness.ts'

/** The gap that a cover plan is about; 'not-known' where no treatment is on record to forecast by. */
export type GapAfterRelease = CoverGap | null | 'not-known' | 'not-prescribed'

/**
 * The first gap from the day of release on (rule DOSE-30), of the same days as the strip: what goes on inside before is the
 * prison's regime and not a matter of who doses whom outside.
 */
export function gapAfterRelease(strip: readonly StripDay[], today: PlainDate): GapAfterRelease {
  if (strip.every((each) => each.state === 'not-prescribed')) return 'not-prescribed'
  const gap = firstGapOf(
    strip.filter((each) => each.fromRelease >= 0),
    today,
  )
  const [first, last] = [gap[0], gap.at(-1)]
  return first && last ? { from: first.day, to: last.day, days: gap.length } : null
}
