import { weekday } from '../calendar/plain-date.ts'
import type { ContinuityFacts } from './continuity-facts.ts'

/** By what figures are told apart besides months, prisons and services: each release is in exactly one group of each. */
export const BREAKDOWNS = [
  'weekday',
  'release-kind',
  'legal-status',
  'country',
  'area',
  'sex',
  'age-band',
  'language',
  'medicine',
] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** One group that a release belongs to: a Friday release, sentenced, of this area. */
export type Group = { breakdown: string; value: string }

/** Ages in years: from the first to before the next. */
export const AGE_BANDS = [
  { value: 'under-25', from: 0 },
  { value: '25-to-34', from: 25 },
  { value: '35-to-44', from: 35 },
  { value: '45-to-54', from: 45 },
  { value: '55-and-over', from: 55 },
] as const

/** After it, most places are closed for two days. */
const FRIDAY = 5

/** The group of those of whom it is not known, or who have none. */
export const NOT_KNOWN = 'not-known'

/** Every group by which figures are told apart. Codes and ids of areas, never words. */
export function breakdownsOf(facts: ContinuityFacts): Group[] {
  const values: Record<Breakdown, string> = {
    weekday: weekday(facts.releasedOn) === FRIDAY ? 'friday' : 'other-day',
    'release-kind': facts.releaseKind,
    'legal-status': facts.legalStatus,
    country: facts.country,
    area: facts.areaId,
    sex: facts.sex,
    'age-band': ageBandOf(facts.ageAtRelease),
    language: facts.language ?? NOT_KNOWN,
    medicine: facts.medicine ?? NOT_KNOWN,
  }
  return BREAKDOWNS.map((breakdown) => ({ breakdown, value: values[breakdown] }))
}

function ageBandOf(age: number | null): string {
  return age === null ? NOT_KNOWN : (AGE_BANDS.findLast(({ from }) => age >= from)?.value ?? NOT_KNOWN)
}
