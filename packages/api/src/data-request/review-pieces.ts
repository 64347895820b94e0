import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordReviews } from '@throughcare/db/data-request/data-request-repository'
import type { ReviewPiecesInput } from '@throughcare/domain/data-request/data-request-inputs'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getDataRequest } from './data-request-view.ts'
import { getHeldCopy } from './held-copy.ts'

export type PiecesReviewed = { decided: number }

/**
 * Lets parts that may speak of somebody else into the copy, or keeps them out. Only parts that stand there as they were shown: who pressed
 * on an older page looks again.
 *
 * @throws AppError `not-found` | `changed-meanwhile` | `refused` with `data-request.not-open`
 */
export function reviewPieces(actor: Actor, input: ReviewPiecesInput): Promise<PiecesReviewed> {
  return perform(actor, 'data-request.review', input, async (deed) => {
    const request = await getDataRequest(deed, input.dataRequestId)
    if (request.kind !== 'access' || request.state !== 'open') throw refused('data-request.not-open')
    const { pieces } = await getHeldCopy(deed, request)
    const there = new Set(pieces.map(({ table, rowKey, field }) => `${table} ${rowKey} ${field}`))
    if (input.pieces.some(({ table, rowKey, field }) => !there.has(`${table} ${rowKey} ${field}`)))
      throw new AppError('changed-meanwhile')
    await recordReviews(deed, request, input.pieces, input.decision)
    await recordAudit(deed, {
      action: 'data-request.review',
      personIds: [request.personId],
      episodeIds: [request.episodeId],
      fields: [...new Set(input.pieces.map(({ table, field }) => `${table}.${field}`))],
      requestId: input.requestId,
    })
    return { decided: input.pieces.length }
  })
}
