import type { PlainDate } from '../src/calendar/plain-date.ts'
import { startOfDay, type Zone } from '../src/calendar/zone.ts'
import { daysWithoutDose } from '../src/medication/days-without-dose.ts'
import type { GeneratedHistory } from './generate-history.ts'

/** The least share of each kind among generated histories, in percent: properties of rare kinds would prove nothing. */
export const LEAST_PERCENT = {
  'gaps of 3 days and more': 10,
  'across a clock change': 5,
  depots: 5,
  corrections: 5,
  'split rhythms': 2,
  'switches of medicine': 5,
  'unknown last dose': 2,
  inside: 20,
  out: 20,
} as const
type Kind = keyof typeof LEAST_PERCENT

/** How many percent of these histories are of each kind? */
export function mixOf(histories: readonly GeneratedHistory[]): Record<Kind, number> {
  const share = (isOfKind: (each: GeneratedHistory) => boolean) =>
    Math.round((1000 * histories.filter(isOfKind).length) / Math.max(1, histories.length)) / 10
  return {
    'gaps of 3 days and more': share((each) => daysWithout(each) >= 3),
    'across a clock change': share(isAcrossClockChange),
    depots: share(({ history }) => history.doses.some((dose) => dose.kind === 'depot')),
    corrections: share(({ history }) => history.doses.some((dose) => dose.correctsDoseId !== null)),
    'split rhythms': share(({ history }) => history.treatments.some((each) => each.rhythm === 'split')),
    'switches of medicine': share(({ history }) => history.treatments.length > 1),
    'unknown last dose': share(({ history, place, now }) => daysWithoutDose(history, place, now).kind === 'unknown'),
    inside: share(({ history }) => history.custody.outOn === null),
    out: share(({ history }) => history.custody.outOn !== null),
  }
}

/** The mix in one line, to be printed by whoever generates. */
export function mixLine(histories: readonly GeneratedHistory[]): string {
  const shares = Object.entries(mixOf(histories)).map(([kind, percent]) => `${kind} ${percent} %`)
  return `${histories.length} histories: ${shares.join(', ')}`
}

/** @throws RangeError when a kind is too rare among these histories. */
export function requireMix(histories: readonly GeneratedHistory[]): void {
  const mix = mixOf(histories)
  const rare = (Object.keys(LEAST_PERCENT) as Kind[]).filter((kind) => mix[kind] < LEAST_PERCENT[kind])
  if (rare.length > 0) throw new RangeError(`too rare: ${rare.join(', ')} (${mixLine(histories)})`)
}

function daysWithout({ history, place, now }: GeneratedHistory): number {
  const counted = daysWithoutDose(history, place, now)
  return counted.kind === 'counted' ? counted.days : 0
}

/** Did the clock change between the first dose and today? Then one of the days between was no 24 hours long. */
function isAcrossClockChange({ history, place, today }: GeneratedHistory): boolean {
  const [first] = history.doses.map((dose) => dose.forDay).toSorted()
  return first !== undefined && clockOf(first, place.zone) !== clockOf(today, place.zone)
}

/** How far the clock stands from UTC at the start of this day, in milliseconds. */
function clockOf(day: PlainDate, zone: Zone): number {
  return Date.parse(day) - startOfDay(day, zone).getTime()
}
