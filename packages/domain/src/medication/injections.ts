import { comparePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { Medicine } from './medication-codes.ts'
import type { Treatment } from './medication-history.ts'
import type { StandingDose } from './standing-doses.ts'

/** An injection that stands. `isFirst`: none of the same product is on record before it, so that its windows may differ. */
export type Injection = { on: PlainDate; medicine: Medicine; isFirst: boolean }

/**
 * The injections among these doses, by the entry that tells each, in the order of their days (rule DEPOT-5). The first of each
 * product on record is its first; what was injected before the record began nobody knows, and it is told as a first one too.
 *
 * @param doses that cover: given, and not taken back
 */
export function injectionsOf(
  doses: readonly StandingDose[],
  treatments: ReadonlyMap<string, Pick<Treatment, 'medicine'>>,
): Map<string, Injection> {
  const found = new Map<string, Injection>()
  const seen = new Set<Medicine>()
  const depots = doses.map(({ entry }) => entry).filter(({ kind }) => kind === 'depot')
  for (const { id, treatmentId, forDay } of depots.toSorted(
    (left, right) => comparePlainDate(left.forDay, right.forDay) || (left.id < right.id ? -1 : 1),
  )) {
    const medicine = treatments.get(treatmentId)?.medicine ?? 'other'
    found.set(id, { on: forDay, medicine, isFirst: !seen.has(medicine) })
    seen.add(medicine)
  }
  return found
}
