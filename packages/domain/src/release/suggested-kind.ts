import type { PlainDate } from '../calendar/plain-date.ts'
import type { Certainty, ReleaseKind } from './release-codes.ts'

/**
 * Which kind stands ready in the form when somebody presses "Released now" on this day? Planned when the day was confirmed
 * as this one, short notice when it was at least known, unplanned otherwise. Whoever presses may say otherwise.
 */
export function suggestedKind(
  expected: { releaseDate: PlainDate | null; certainty: Certainty },
  today: PlainDate,
): ReleaseKind {
  if (expected.releaseDate !== today) return 'unplanned'
  return expected.certainty === 'confirmed' ? 'planned' : 'short-notice'
}
