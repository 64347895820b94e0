import type { PlainDate } from '../calendar/plain-date.ts'
import type { StandingOutcome } from './dose-outcomes.ts'
import type { DoseEntry } from './medication-history.ts'

/** Days from the first to the last, both included. */
export type DayRange = { from: PlainDate; to: PlainDate }

/** The last word of an entry and its corrections, and the days for which somebody said "not taken". */
type LastWord = { entry: DoseEntry; notTaken: readonly DayRange[] }

/** An entry that no other entry replaced or took back. */
export type StandingDose = LastWord & { entry: { outcome: StandingOutcome } }

/**
 * Which entries stand, once corrections are read (rule DOSE-3)?
 *
 * "Not taken" takes its days from the entry that it corrects and leaves the rest; any other correction replaces the
 * whole entry, and of several the one recorded last. A correction can be corrected: an entry about a "not taken" that
 * says anything else takes it back. Days once said to be not taken stay so when the entry beneath is replaced. Nothing
 * depends on the order in which entries arrive. Entries that correct each other in a circle never stand. What was entered
 * in error does not stand, with all that was said about it: its day is as if nobody had entered anything.
 */
export function standingDoses(doses: readonly DoseEntry[]): StandingDose[] {
  return lastWords(doses).filter((word): word is StandingDose => word.entry.outcome !== 'entered-in-error')
}

/** Which entries were taken back as entered in error, by the entry that says so? Both stay readable (rule LIST-2). */
export function takenBackDoses(doses: readonly DoseEntry[]): DoseEntry[] {
  return lastWords(doses).flatMap(({ entry }) => (entry.outcome === 'entered-in-error' ? [entry] : []))
}

function lastWords(doses: readonly DoseEntry[]): LastWord[] {
  const known = new Set(doses.map((dose) => dose.id))
  const corrections = Map.groupBy(doses, (dose) => dose.correctsDoseId)

  const correctionsOf = (dose: DoseEntry) => (corrections.get(dose.id) ?? []).toSorted(byRecording)

  const stillNotTaken = (correction: DoseEntry): DayRange[] => {
    const last = correctionsOf(correction).at(-1)
    if (!last) return [{ from: correction.forDay, to: correction.toDay }]
    return last.outcome === 'not-taken' ? stillNotTaken(last) : []
  }

  const standing = (dose: DoseEntry): LastWord => {
    const found = correctionsOf(dose)
    const notTaken = found.filter((each) => each.outcome === 'not-taken').flatMap(stillNotTaken)
    const replacement = found.findLast((each) => each.outcome !== 'not-taken')
    const base = replacement ? standing(replacement) : { entry: dose, notTaken: [] }
    return { entry: base.entry, notTaken: [...base.notTaken, ...notTaken] }
  }

  return doses.filter((dose) => dose.correctsDoseId === null || !known.has(dose.correctsDoseId)).map(standing)
}

/** By the instant of recording; entries of the same instant by id, so that the answer never depends on their order. */
function byRecording(left: DoseEntry, right: DoseEntry): number {
  return left.recordedAt.getTime() - right.recordedAt.getTime() || (left.id < right.id ? -1 : 1)
}
