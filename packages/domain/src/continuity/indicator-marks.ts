import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { startOfDay } from '../calendar/zone.ts'
import { endOfFirstHours } from '../release/hours-since-release.ts'
import type { ContinuityFacts } from './continuity-facts.ts'
import { countIndicator, FIRST_NIGHT_HOURS } from './count-indicator.ts'
import { CLAIM_DAYS, RECALL_DAYS, RECALL_SLACK_DAYS, SUPPORTER_KIT_DAYS } from './count-preparation.ts'
import { COUPLE_DAYS, TREATMENT_DAYS } from './count-treatment.ts'
import { acknowledgeMarks, supplyMarks } from './durations.ts'
import { CATEGORY_OF_INDICATOR } from './indicator-categories.ts'
import { ALSO_READS, INDICATORS, type Indicator } from './indicators.ts'
import type { Mark } from './marks.ts'

/** What one release adds to the indicators. A handoff of an area that not everybody may know of is told apart by its category. */
export function indicatorMarks(facts: ContinuityFacts, now: Date): Mark[] {
  const rates = INDICATORS.filter((indicator) => isReadable(indicator, facts)).flatMap((indicator) =>
    countIndicator(indicator, facts, now).map(({ outcome, detail }, index): Mark => {
      const isOfPartner = indicator === 'acknowledged-before-release' && facts.handoffs[index]?.area === 'partner'
      const category = isOfPartner ? 'partner' : CATEGORY_OF_INDICATOR[indicator]
      return { measure: indicator, outcome, detail, category }
    }),
  )
  return [...rates, ...acknowledgeMarks(facts, now), ...supplyMarks(facts)]
}

function isReadable(indicator: Indicator, { open }: ContinuityFacts): boolean {
  const also = indicator in ALSO_READS ? ALSO_READS[indicator as keyof typeof ALSO_READS] : []
  return open.includes(CATEGORY_OF_INDICATOR[indicator]) && also.every((category) => open.includes(category))
}

const DAY = 24 * 3_600_000

/** Days of the first three weeks can each become one without a dose as they end; after them days are waited for one by one. */
const DAYS_THAT_END = [
  ...Array.from({ length: TREATMENT_DAYS + 1 }, (_, day) => day),
  COUPLE_DAYS,
  RECALL_DAYS + RECALL_SLACK_DAYS,
]
/** Where no dose is waited for only these of the first three weeks matter. */
const OF_EVERYBODY: readonly number[] = [
  CLAIM_DAYS,
  SUPPORTER_KIT_DAYS,
  TREATMENT_DAYS,
  COUPLE_DAYS,
  RECALL_DAYS + RECALL_SLACK_DAYS,
]

/** When time alone next changes one of them: the ends of the hours and days within which nobody can be blamed for silence, and first days that were planned. */
export function indicatorChangesAt(
  { releasedAt, releasedOn, zone, isOnTreatment, couple }: ContinuityFacts,
  now: Date,
): Date | null {
  const endOf = (day: PlainDate) => startOfDay(addDays(day, 1), zone)
  const days = isOnTreatment === true ? DAYS_THAT_END : OF_EVERYBODY
  // Two days beyond any zone's difference: what is long over needs no calendar.
  const isLongOver = (day: number) => releasedAt.getTime() + (day + 2) * DAY < now.getTime()
  const next = days.find((day) => !isLongOver(day) && endOf(addDays(releasedOn, day)) > now)
  const ends = [
    new Date(releasedAt.getTime() + FIRST_NIGHT_HOURS * 3_600_000),
    // The very instant still counts as within the hours.
    new Date(endOfFirstHours(releasedAt).getTime() + 1),
    ...(next === undefined ? [] : [endOf(addDays(releasedOn, next))]),
    ...[couple?.startsOn, couple?.otherStartsOn].flatMap((day) => (day ? startOfDay(day, zone) : [])),
  ]
  return ends.filter((end) => end > now).toSorted((left, right) => left.getTime() - right.getTime())[0] ?? null
}
