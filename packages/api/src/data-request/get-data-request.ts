import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { DataRequestInput } from '@throughcare/domain/data-request/data-request-inputs'
import { type DataRequestView, dataRequestView, getDataRequest } from './data-request-view.ts'
import { getHeldCopy, type HeldPiece } from './held-copy.ts'

/** The request; for a copy also what it will carry, and the parts that somebody looks at first. */
export type DataRequestOpened = {
  request: DataRequestView
  copy: { carries: Category[]; rows: number; pieces: HeldPiece[] } | null
}

/**
 * One request to the actor's service.
 *
 * @throws AppError `not-found`
 */
export function openDataRequest(actor: Actor, { dataRequestId }: DataRequestInput): Promise<DataRequestOpened> {
  return asActor(actor, async (deed) => {
    const request = await getDataRequest(deed, dataRequestId)
    const copy = request.kind === 'access' && request.state === 'open' ? await getHeldCopy(deed, request) : null
    await recordAudit(deed, {
      action: 'data-request.by-id',
      personIds: [request.personId],
      episodeIds: [request.episodeId, ...(copy?.episodeIds ?? [])],
    })
    return {
      request: dataRequestView(request),
      copy: copy && { carries: copy.carries, rows: copy.rows, pieces: copy.pieces },
    }
  })
}
