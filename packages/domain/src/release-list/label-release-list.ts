import { foldNumber } from '../person/likely-same-person.ts'
import { type DuplicateCandidate, decideDuplicate } from './find-possible-duplicates.ts'
import { type GroupLabels, labelGroup, type NumberedLine, type StoredCase } from './label-group.ts'

/** What is stored and what may be a duplicate, as the caller has fetched it. */
export type StoredForList = {
  /** By folded prison number (`foldNumber`). */
  byNumber: ReadonlyMap<string, StoredCase>
  /** Stored persons who share a date of birth with some line. */
  persons: readonly DuplicateCandidate[]
}

export type LabelledGroup = GroupLabels & { number: string; lines: readonly NumberedLine[] }

/**
 * What does a whole list do, group by group in the order of their first lines? For lists that fit in memory; an import
 * calls `labelGroup` and `decideDuplicate` per number instead, with candidates by date of birth.
 */
export function labelReleaseList(lines: readonly NumberedLine[], stored: StoredForList): LabelledGroup[] {
  const byBirth = new Map<string, DuplicateCandidate[]>()
  for (const person of stored.persons) if (person.dateOfBirth) addTo(byBirth, person.dateOfBirth, person)
  for (const { line, says } of lines)
    addTo(byBirth, says.dateOfBirth, { ...says, line, personId: null, prisonNumbers: [says.prisonNumber] })

  const groups = new Map<string, NumberedLine[]>()
  for (const each of lines) addTo(groups, foldNumber(each.says.prisonNumber), each)

  return [...groups].map(([number, group]) => {
    const [first] = group
    const candidates = first ? (byBirth.get(first.says.dateOfBirth) ?? []) : []
    const earlier = candidates.filter(({ line }) => line === null || (first !== undefined && line < first.line))
    const duplicate = first ? decideDuplicate(first.says, earlier) : null
    return { number, lines: group, ...labelGroup(stored.byNumber.get(number) ?? null, group, duplicate) }
  })
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
