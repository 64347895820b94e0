import type { ContinuityFacts } from './continuity-facts.ts'
import { CATEGORY_OF_INDICATOR } from './indicator-categories.ts'
import type { Mark } from './marks.ts'

/** Hours from sending to acknowledgement are kept by the quarter hour up to four, by the hour up to three days, by the day up to two weeks. */
export const HOUR_STEPS: readonly number[] = [
  ...Array.from({ length: 16 }, (_, index) => (index + 1) / 4),
  ...Array.from({ length: 68 }, (_, index) => index + 5),
  ...Array.from({ length: 11 }, (_, index) => (index + 4) * 24),
]
/** Days without a medicine are kept by the day up to thirty. */
export const DAY_STEPS: readonly number[] = Array.from({ length: 31 }, (_, index) => index)

/** Longer than the last step. */
export const MORE = 'more'

const HOUR = 3_600_000

/**
 * I7: from sending to whoever first had it, one mark for each chain that was sent (rule FIG-14). What nobody has acknowledged is
 * longer than anything: silence does not shorten a median. What the sender took back unanswered is told beside it.
 */
export function acknowledgeMarks({ handoffs }: ContinuityFacts, now: Date): Mark[] {
  return handoffs.flatMap(({ area, sentAt, acknowledgedAt, isRevoked }): Mark[] => {
    if (sentAt === null || sentAt > now) return []
    const mark = {
      measure: 'hours-to-acknowledge',
      category: area === 'partner' ? 'partner' : CATEGORY_OF_INDICATOR['hours-to-acknowledge'],
    } as const
    if (acknowledgedAt === null)
      return [
        isRevoked ? { ...mark, outcome: 'left-out', detail: 'revoked' } : { ...mark, outcome: 'open', detail: MORE },
      ]
    return [
      { ...mark, outcome: 'known', detail: stepOf((acknowledgedAt.getTime() - sentAt.getTime()) / HOUR, HOUR_STEPS) },
    ]
  })
}

/** I13: days without a medicine against HIV or hepatitis C, one mark for each that was under way at release (rule FIG-17). */
export function supplyMarks({ supplyGaps }: ContinuityFacts): Mark[] {
  const mark = { measure: 'hiv-hcv-supply-gap', category: CATEGORY_OF_INDICATOR['hiv-hcv-supply-gap'] } as const
  return supplyGaps.map((days) =>
    days === null
      ? { ...mark, outcome: 'open', detail: MORE }
      : { ...mark, outcome: 'known', detail: stepOf(days, DAY_STEPS) },
  )
}

/** The first step that is not shorter. */
function stepOf(length: number, steps: readonly number[]): string {
  const step = steps.find((each) => length <= each)
  return step === undefined ? MORE : String(step)
}
