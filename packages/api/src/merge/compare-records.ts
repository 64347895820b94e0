import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { type ComparedRecord, findRecords } from '@throughcare/db/merge/compared-records'
import { findMergesOf } from '@throughcare/db/merge/merge-repository'
import type { CompareRecordsInput } from '@throughcare/domain/merge/merge-inputs'
import { likelySamePerson, type PersonLikeness } from '@throughcare/domain/person/likely-same-person'
import { AppError } from '../app-error.ts'
import { mustMayMerge } from './may-merge.ts'
import { type MergeView, mergeView } from './merge-view.ts'

/** Two records side by side, why they may be one person, and what was asked of them before, the newest first. */
export type RecordsCompared = {
  face: ComparedRecord
  other: ComparedRecord
  likeness: PersonLikeness | null
  /** Days on which both have a case: usual for a duplicate, and no reason against. */
  overlap: boolean
  history: MergeView[]
}

/**
 * Two records of persons of whom the actor's service holds a case each.
 *
 * @throws AppError `not-found` | `not-allowed` for a manager without the grant
 */
export function compareRecords(actor: Actor, input: CompareRecordsInput): Promise<RecordsCompared> {
  return asActor(actor, async (deed) => {
    mustMayMerge(actor)
    const { face, other } = await getBothRecords(deed, input)
    const history = await findMergesOf(deed, face.personId, other.personId)
    await recordAudit(deed, {
      action: 'merge.compare',
      personIds: [face.personId, other.personId],
      episodeIds: [...face.cases, ...other.cases].map(({ episodeId }) => episodeId),
    })
    return {
      face,
      other,
      likeness: likelySamePerson({ ...face, numbers: [] }, { ...other, numbers: [] }),
      overlap: face.cases.some((one) => other.cases.some((two) => overlaps(one, two))),
      history: history.map((one) => mergeView(one, actor.accountId)),
    }
  })
}

/** @throws AppError `not-found` unless the actor's service holds a case of both */
export async function getBothRecords(
  deed: Deed,
  { facePersonId, otherPersonId }: CompareRecordsInput,
): Promise<{ face: ComparedRecord; other: ComparedRecord }> {
  const records = await findRecords(deed, [facePersonId, otherPersonId])
  const face = records.find(({ personId }) => personId === facePersonId)
  const other = records.find(({ personId }) => personId === otherPersonId)
  if (!face || !other) throw new AppError('not-found')
  return { face, other }
}

type Span = { admittedOn: string; endedOn: string | null }

function overlaps(one: Span, other: Span): boolean {
  return (
    (other.endedOn === null || one.admittedOn < other.endedOn) &&
    (one.endedOn === null || other.admittedOn < one.endedOn)
  )
}
