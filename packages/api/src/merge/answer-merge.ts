import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findMerge, recordMergeAnswer } from '@throughcare/db/merge/merge-repository'
import { refusalToAnswer, stateAfter } from '@throughcare/domain/merge/decide-merge'
import type { MergeState } from '@throughcare/domain/merge/merge-codes'
import type { AnswerMergeInput } from '@throughcare/domain/merge/merge-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { mustMayMerge } from './may-merge.ts'
import { mergeMovedMeanwhile } from './merge-view.ts'

export type MergeAnswered = { state: MergeState; version: number }

/** One of the records was merged with a third one in the same moment. */
const TAKEN = ['23505', '23P01']

/**
 * The second person's answer: the two records are one person from now on, or two again, or it stays as it was. Neither record is
 * changed, whatever the answer.
 *
 * @throws AppError `not-found` unless the actor's service holds a case of both | `not-allowed` | `changed-meanwhile` | `refused` with
 *   `merge.own-proposal`, `merge.not-own-proposal` or `merge.not-waiting`
 */
export function answerMerge(actor: Actor, input: AnswerMergeInput): Promise<MergeAnswered> {
  return perform(actor, 'merge.answer', input, async (deed) => {
    mustMayMerge(actor)
    const { mergeId, seenVersion, answer, requestId } = input
    const found = await findMerge(deed, mergeId)
    if (!found) throw new AppError('not-found')
    if (found.version !== seenVersion) throw mergeMovedMeanwhile(found, seenVersion)
    const refusal = refusalToAnswer(found, answer, actor)
    if (refusal) throw refused(`merge.${refusal}`)
    const state = stateAfter(found.state === 'parting' ? 'parting' : 'proposed', answer)
    if (!(await orTaken(() => recordMergeAnswer(deed, found, answer, state))))
      throw mergeMovedMeanwhile(await findMerge(deed, mergeId), seenVersion)
    await recordAudit(deed, {
      action: 'merge.answer',
      personIds: [found.facePersonId, found.otherPersonId],
      fields: ['state'],
      requestId,
    })
    return { state, version: seenVersion + 1 }
  })
}

async function orTaken(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (TAKEN.includes(sqlStateOf(error) ?? '')) throw new AppError('changed-meanwhile')
    throw error
  }
}
