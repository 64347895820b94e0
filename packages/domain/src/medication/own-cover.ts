import { comparePlainDate, laterDay, type PlainDate } from '../calendar/plain-date.ts'
import { readCover } from './covered-day.ts'
import { COVER_WAYS, type CoverWay } from './dose-spans.ts'
import type { DoseEntry, MedicationHistory } from './medication-history.ts'
import { DEPOT_RULE_SET, type DepotRuleSet } from './medicine-table.ts'

/** By what recorded doses cover a day. */
export type RecordedWay = Exclude<CoverWay, 'custody-regime'>

/** The first day of a new entry that a service's own earlier entries cover already, and by what. */
export type OwnCover = { day: PlainDate; way: RecordedWay }

/** An entry about to be made. `correctsDoseId`: the one in whose place it comes does not count. */
export type EntryToMake = Pick<DoseEntry, 'kind' | 'outcome' | 'forDay' | 'toDay' | 'serviceId' | 'correctsDoseId'>

/**
 * Has this service itself recorded what covers a day of this entry already (rule DOSE-32)? Then whoever records it is asked
 * whether a second one was really given; what they say stands. Two services are no question: both entries are recorded and the
 * emergency call is raised (DOSE-6).
 *
 * - A dose by mouth: beside a dose for that day, on a day on which the rhythm rests, or inside the window of an injection.
 * - An injection: beside another dose or injection of the very day. A new one inside the window of the last is how depots are given.
 * - A part of a split day is asked about when the day has all of its parts.
 *
 * @returns null when nothing covers it, or when the entry says that nothing was given or that another place gave it.
 */
export function findOwnCover(
  history: MedicationHistory,
  entry: EntryToMake,
  rules: DepotRuleSet = DEPOT_RULE_SET,
): OwnCover | null {
  if (entry.outcome !== 'given' && entry.outcome !== 'issued') return null
  const own = history.doses.filter(({ serviceId }) => serviceId === entry.serviceId)
  const { spans } = readCover({ ...history, doses: withoutCorrected(own, entry.correctsDoseId) }, entry.forDay, rules)
  const [found] = spans
    .flatMap(({ from, to, way }) => {
      const day = laterDay(from, entry.forDay)
      const isMet = entry.kind === 'depot' ? from === day && way !== 'rhythm' : day <= to
      return isMet && day <= entry.toDay ? [{ day, way: way as RecordedWay }] : []
    })
    .toSorted(
      (left, right) =>
        comparePlainDate(left.day, right.day) || COVER_WAYS.indexOf(left.way) - COVER_WAYS.indexOf(right.way),
    )
  return found ?? null
}

/** As if the entry that is put right had been taken back. */
function withoutCorrected(doses: readonly DoseEntry[], correctsDoseId: string | null): DoseEntry[] {
  const corrected = doses.find(({ id }) => id === correctsDoseId)
  if (!corrected) return [...doses]
  const last = Math.max(...doses.map(({ recordedAt }) => recordedAt.getTime()))
  const takenBack: DoseEntry = {
    ...corrected,
    id: `${corrected.id} taken back`,
    outcome: 'entered-in-error',
    correctsDoseId,
    recordedAt: new Date(last + 1),
  }
  return [...doses, takenBack]
}
