import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import {
  findInMerges,
  findMergesOf,
  recordMergeProposal,
  recordPartingProposal,
} from '@throughcare/db/merge/merge-repository'
import { refusalToJoin } from '@throughcare/domain/merge/decide-merge'
import type { ProposeMergeInput } from '@throughcare/domain/merge/merge-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getBothRecords } from './compare-records.ts'
import { mustMayMerge } from './may-merge.ts'
import { mergeMovedMeanwhile } from './merge-view.ts'

export type MergeProposed = { mergeId: string; version: number }

const UNIQUE_VIOLATION = '23505'

/**
 * Asks a second person to count two records as one, or a merged pair as two again. Nothing changes by asking.
 *
 * @throws AppError `not-found` unless the actor's service holds a case of both | `not-allowed` | `changed-meanwhile` | `refused` with
 *   `merge.already-asked`, `merge.not-merged`, `merge.same-record`, `merge.face-is-behind-another`, `merge.other-is-behind-another` or
 *   `merge.other-is-a-face`
 */
export function proposeMerge(actor: Actor, input: ProposeMergeInput): Promise<MergeProposed> {
  return perform(actor, 'merge.propose', input, async (deed) => {
    mustMayMerge(actor)
    const { face, other } = await getBothRecords(deed, input)
    const proposed = input.what === 'merge' ? await askToMerge(deed, input) : await askToPart(deed, input)
    await recordAudit(deed, {
      action: 'merge.propose',
      personIds: [face.personId, other.personId],
      episodeIds: [...face.cases, ...other.cases].map(({ episodeId }) => episodeId),
      fields: ['state'],
      requestId: input.requestId,
    })
    return proposed
  })
}

async function askToMerge(
  deed: Deed<Actor>,
  { facePersonId, otherPersonId, reason }: ProposeMergeInput,
): Promise<MergeProposed> {
  const refusal = refusalToJoin(
    facePersonId,
    otherPersonId,
    await findInMerges(deed, facePersonId),
    await findInMerges(deed, otherPersonId),
  )
  if (refusal) throw refused(`merge.${refusal}`)
  const open = (await findMergesOf(deed, facePersonId, otherPersonId)).find(({ state }) => state === 'proposed')
  if (open) throw refused('merge.already-asked')
  try {
    return { mergeId: await recordMergeProposal(deed, { facePersonId, otherPersonId, reason }), version: 0 }
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) throw new AppError('changed-meanwhile')
    throw error
  }
}

async function askToPart(
  deed: Deed<Actor>,
  { facePersonId, otherPersonId, reason }: ProposeMergeInput,
): Promise<MergeProposed> {
  const known = await findMergesOf(deed, facePersonId, otherPersonId)
  if (known.some(({ state }) => state === 'parting')) throw refused('merge.already-asked')
  const merged = known.find(({ state }) => state === 'merged')
  if (!merged) throw refused('merge.not-merged')
  if (!(await recordPartingProposal(deed, merged, reason))) throw mergeMovedMeanwhile(merged, merged.version)
  return { mergeId: merged.mergeId, version: merged.version + 1 }
}
