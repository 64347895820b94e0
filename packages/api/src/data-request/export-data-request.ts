import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { listReviewed, recordCopied } from '@throughcare/db/data-request/data-request-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { DataRequestInput } from '@throughcare/domain/data-request/data-request-inputs'
import { decideExport } from '@throughcare/domain/data-request/decide-export'
import { refused } from '../app-error.ts'
import { whenHere } from '../calendar/when-here.ts'
import { type DataRequestView, dataRequestView, getDataRequest } from './data-request-view.ts'
import { type CopiedTable, getHeldCopy } from './held-copy.ts'

/**
 * The copy for the person. `carries` are the kinds of information of which everything is in it; `heldBack` is how many parts stay out
 * because they speak of somebody else, or say where somebody is safe.
 */
export type PersonCopy = {
  request: DataRequestView
  serviceName: string
  madeAt: string
  carries: Category[]
  tables: CopiedTable[]
  heldBack: number
}

/**
 * Makes the copy for the person: everything that the service holds of them, but for the parts that a clinician did not let go. Out of hours or with many rows
 * somebody else has to have reviewed it first, and managers are told (rule RIGHT-3).
 *
 * @throws AppError `not-found` | `refused` with `data-request.not-open` or `data-request.second-approver`
 */
export function exportDataRequest(actor: Actor, { dataRequestId }: DataRequestInput): Promise<PersonCopy> {
  return asActor(actor, async (deed) => {
    const request = await getDataRequest(deed, dataRequestId)
    if (request.kind !== 'access' || request.state !== 'open') throw refused('data-request.not-open')
    const copy = await getHeldCopy(deed, request)
    const { secondApprover, because } = decideExport({ rows: copy.rows, ...(await whenHere(deed)) })
    if (secondApprover) {
      const reviewed = await listReviewed(deed, dataRequestId)
      if (!reviewed.some(({ decidedBy }) => decidedBy !== actor.accountId))
        throw refused('data-request.second-approver', { because: because.join(' ') })
      await recordNotice(deed, {
        kind: 'weighty-export',
        serviceId: actor.serviceId,
        audience: 'managers',
        episodeId: request.episodeId,
        handoffId: null,
        urgency: 'ordinary',
        dedupeKey: `export:${dataRequestId}:${deed.now.getTime()}`,
      })
    }
    await recordCopied(deed, dataRequestId)
    await recordAudit(deed, {
      action: 'data-request.export',
      personIds: copy.personIds,
      episodeIds: copy.episodeIds,
      fields: copy.tables.map(({ table }) => table),
    })
    return {
      request: dataRequestView(request),
      serviceName: actor.serviceName,
      madeAt: deed.now.toISOString(),
      carries: copy.carries,
      tables: copy.tables,
      heldBack: copy.pieces.filter(({ decision }) => decision !== 'release').length,
    }
  })
}
