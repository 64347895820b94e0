import { addDays } from '../calendar/plain-date.ts'
import { plainDateIn, startOfDay, type Zone } from '../calendar/zone.ts'
import { coverOn, readCover } from '../medication/covered-day.ts'
import type { CoverWay } from '../medication/dose-spans.ts'
import type { MedicationHistory } from '../medication/medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from '../medication/medicine-table.ts'
import type { ContinuityFacts } from './continuity-facts.ts'

/** Cover is followed for so many days after release: more than any figure asks. */
const FOLLOWED_DAYS = 7

/**
 * How long does what was given before the gate last, without a hole from the day of release on (rule FIG-1)?
 *
 * @param inside the treatments with the doses that prison services recorded: they may record only what was given before
 *   the release, so nothing given outside is among them.
 * @returns null when the day of release itself is not covered; otherwise the end of the last covered day in the
 *   prison's zone, and the way in which that day was covered.
 */
export function coverAtRelease(
  inside: MedicationHistory,
  releasedAt: Date,
  zone: Zone,
  rules: DepotRuleSet = DEPOT_RULE_SET,
): ContinuityFacts['coverAtRelease'] {
  const releaseDay = plainDateIn(releasedAt, zone)
  const released = { ...inside, custody: { ...inside.custody, outOn: releaseDay } }
  const reading = readCover(released, releaseDay, rules)

  let way: CoverWay | null = null
  let day = releaseDay
  for (let followed = 0; followed < FOLLOWED_DAYS; followed += 1) {
    const cover = coverOn(reading, day)
    if (cover.state !== 'covered') break
    way = cover.way
    day = addDays(day, 1)
  }
  if (way === null || way === 'custody-regime') return null
  return { lastsUntil: startOfDay(day, zone), way: way === 'rhythm' ? 'by-schedule' : way }
}
