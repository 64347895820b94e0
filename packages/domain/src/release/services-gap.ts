import { type FirstOpenDay, firstDayOpenOnOrAfter, type OpeningHours } from '../calendar/opening-hours.ts'
import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'

/** The places that a person needs in the first days outside. */
export const NEEDED_SERVICES = ['dosing', 'benefits', 'housing'] as const
export type NeededService = (typeof NEEDED_SERVICES)[number]

export type ServiceGap =
  /** `days`: 0 when it is open on the day of release. `closed` names every day passed over, with its reason. */
  | { kind: 'opens'; on: PlainDate; days: number; closed: Extract<FirstOpenDay, { kind: 'open-day' }>['closed'] }
  | { kind: 'hours-unknown' }
  /** Nobody named such a place for this person. */
  | { kind: 'no-place' }
  /** Shut for as far as anybody looks. */
  | { kind: 'never-open'; withinDays: number }

export type ServicesGap = {
  of: Record<NeededService, ServiceGap>
  /** Days until every place with known hours is open; null when none has any. */
  days: number | null
  /** Places of which nobody can say when they open: not named, hours unknown, or shut all along. */
  unknown: NeededService[]
}

/**
 * How many days after the release are the dosing point, the benefits office and the housing office open (rule REL-40)? The
 * dosing point by its supervised-dosing hours, the offices by their opening hours. Calendar days of each place.
 */
export function servicesGap(input: { releaseOn: PlainDate } & Record<NeededService, OpeningHours | null>): ServicesGap {
  const of = {
    dosing: gapOf(input.dosing, 'dosing', input.releaseOn),
    benefits: gapOf(input.benefits, 'open', input.releaseOn),
    housing: gapOf(input.housing, 'open', input.releaseOn),
  }
  const known = NEEDED_SERVICES.flatMap((each) => (of[each].kind === 'opens' ? [of[each].days] : []))
  return {
    of,
    days: known.length > 0 ? Math.max(...known) : null,
    unknown: NEEDED_SERVICES.filter((each) => of[each].kind !== 'opens'),
  }
}

function gapOf(hours: OpeningHours | null, purpose: 'dosing' | 'open', releaseOn: PlainDate): ServiceGap {
  if (hours === null) return { kind: 'no-place' }
  const first = firstDayOpenOnOrAfter(hours, purpose, releaseOn)
  if (first.kind === 'hours-unknown') return { kind: 'hours-unknown' }
  if (first.kind === 'none-within') return { kind: 'never-open', withinDays: first.days }
  return { kind: 'opens', on: first.day, days: daysBetween(releaseOn, first.day), closed: first.closed }
}
