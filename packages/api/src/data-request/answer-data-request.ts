import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordDataAnswer, type StoredDataRequest } from '@throughcare/db/data-request/data-request-repository'
import type { DataRequestState } from '@throughcare/domain/data-request/data-request-codes'
import type { AnswerDataRequestInput } from '@throughcare/domain/data-request/data-request-inputs'
import { stateAfterAnswer } from '@throughcare/domain/data-request/decide-data-request'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getDataRequest } from './data-request-view.ts'

export type DataRequestAnswered = { state: DataRequestState; version: number }

/**
 * Answers a request, or ends a restriction. "Done" of a copy needs a copy to have been made. Erasure before its time is over is answered with
 * why it is kept; what is due goes with the retention run.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `refused` with `data-request.not-open`, `data-request.no-copy-yet` or
 *   `data-request.erased-by-retention-only`
 */
export function answerDataRequest(actor: Actor, input: AnswerDataRequestInput): Promise<DataRequestAnswered> {
  return perform(actor, 'data-request.answer', input, async (deed) => {
    const request = await getDataRequest(deed, input.dataRequestId)
    if (request.version !== input.seenVersion) throw movedMeanwhile(request, input.seenVersion)
    const state = stateAfterAnswer(request.kind, request.state, input.answer)
    if (!state) throw refused('data-request.not-open')
    if (input.answer === 'done' && request.kind === 'access' && request.copiedAt === null)
      throw refused('data-request.no-copy-yet')
    if (input.answer === 'done' && request.kind === 'erasure') throw refused('data-request.erased-by-retention-only')
    if (!(await recordDataAnswer(deed, request, state, input.reason))) throw new AppError('changed-meanwhile')
    await recordAudit(deed, {
      action: 'data-request.answer',
      personIds: [request.personId],
      episodeIds: [request.episodeId],
      fields: ['state', 'reason'],
      requestId: input.requestId,
    })
    return { state, version: request.version + 1 }
  })
}

function movedMeanwhile(current: StoredDataRequest, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { state: current.state, version: current.version },
      changedBy: current.answeredByName ?? current.recordedByName,
      changedAt: current.answeredAt?.toISOString() ?? null,
    },
  })
}
