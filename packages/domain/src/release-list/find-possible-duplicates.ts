import type { PlainDate } from '../calendar/plain-date.ts'
import { compareNames, type NameForms, nameForms } from '../person/likely-same-name.ts'
import { foldNumber } from '../person/likely-same-person.ts'
import type { PossibleDuplicate } from './label-group.ts'
import type { ReleaseListLine } from './parse-release-list-line.ts'

/**
 * Somebody a line may be about: a good line further up in the file, or a stored person. The search is by date of birth
 * first, so that a database finds the few candidates of a line by an index and nothing has to hold a whole file.
 */
export type DuplicateCandidate = {
  /** Null for a stored person. */
  line: number | null
  /** Null for a line. */
  personId: string | null
  /** Numbers under the same numbering as the file's. */
  prisonNumbers: readonly string[]
  familyName: string
  givenNames: string
  dateOfBirth: PlainDate | null
}

/**
 * Whom may this number already be? The earliest line and the stored person with the same date of birth and the same,
 * swapped or similar name under another number. Sex is not asked. Null when there is nobody.
 */
export function decideDuplicate(
  line: ReleaseListLine,
  candidates: readonly DuplicateCandidate[],
): PossibleDuplicate | null {
  const number = foldNumber(line.prisonNumber)
  const name = nameForms(line)
  const likely = candidates.filter(
    (candidate) =>
      candidate.dateOfBirth === line.dateOfBirth &&
      !candidate.prisonNumbers.some((each) => foldNumber(each) === number) &&
      compareNames(name, formsOf(candidate)) !== null,
  )
  if (likely.length === 0) return null
  const lines = likely.flatMap((candidate) => (candidate.line === null ? [] : [candidate.line]))
  return {
    ofLine: lines.length > 0 ? Math.min(...lines) : null,
    ofPersonId: likely.find((candidate) => candidate.personId !== null)?.personId ?? null,
  }
}

/** A candidate meets many lines; its name is folded once. Holds nothing longer than the candidate itself lives. */
const FOLDED = new WeakMap<DuplicateCandidate, NameForms>()

function formsOf(candidate: DuplicateCandidate): NameForms {
  const folded = FOLDED.get(candidate) ?? nameForms(candidate)
  FOLDED.set(candidate, folded)
  return folded
}
