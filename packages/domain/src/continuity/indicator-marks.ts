import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn, startOfDay } from '../calendar/zone.ts'
import { endOfFirstHours } from '../release/hours-since-release.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import { countIndicator, FIRST_NIGHT_HOURS, TREATMENT_DAYS } from './count-indicator.ts'
import { CATEGORY_OF_INDICATOR } from './indicator-categories.ts'
import { INDICATORS } from './indicators.ts'
import type { Mark } from './marks.ts'

/** What one release adds to the indicators. A handoff of an area that not everybody may know of is told apart by its category. */
export function indicatorMarks(facts: ContinuityFacts, now: Date): Mark[] {
  return INDICATORS.flatMap((indicator) =>
    countIndicator(indicator, facts, now).map(({ outcome, detail }, index): Mark => {
      const isOfPartner = indicator === 'acknowledged-before-release' && facts.handoffs[index]?.area === 'partner'
      return {
        measure: indicator,
        outcome,
        detail,
        category: isOfPartner ? 'partner' : CATEGORY_OF_INDICATOR[indicator],
      }
    }),
  )
}

/** When time alone next changes one of them: the ends of the hours and days within which nobody can be blamed for silence. */
export function indicatorChangesAt({ releasedAt, zone }: ContinuityFacts, now: Date): Date | null {
  const ends = [
    new Date(releasedAt.getTime() + FIRST_NIGHT_HOURS * 3_600_000),
    // The very instant still counts as within the hours.
    new Date(endOfFirstHours(releasedAt).getTime() + 1),
    startOfDay(addDays(plainDateIn(releasedAt, zone), TREATMENT_DAYS + 1), zone),
  ]
  return ends.filter((end) => end > now).toSorted((left, right) => left.getTime() - right.getTime())[0] ?? null
}
