import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordApproval, recordFigureExport } from '@throughcare/db/figure-export/figure-export-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { SMALLEST_LEAVING } from '@throughcare/domain/continuity/small-counts'
import { decideExport, type ExportWeight } from '@throughcare/domain/data-request/decide-export'
import type {
  ApproveFigureExportInput,
  MakeFigureExportInput,
} from '@throughcare/domain/figure-export/figure-export-inputs'
import { leavingLines } from '@throughcare/domain/figure-export/leaving-lines'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, refused } from '../app-error.ts'
import { whenHere } from '../calendar/when-here.ts'
import { readFigures } from '../continuity/read-figures.ts'
import { perform } from '../perform.ts'
import { askedBeside } from './leaving-beside.ts'
import { leavingContent, readLeaving } from './leaving-content.ts'

export type FigureExportMade = { exportId: string; because: ExportWeight[] }

/**
 * Makes a file of the figures of the actor's own scope, with a reason that stands in the trail's own row and never in the file. Out of hours, or
 * with many lines at once, another manager lets it go first, and managers are told (rule RIGHT-3).
 */
export async function makeFigureExport(actor: Actor, input: MakeFigureExportInput): Promise<FigureExportMade> {
  const asked = askedBeside(actor.serviceKind as ServiceKind)
  const figures = await readFigures(actor, 'figure-export.make', SMALLEST_LEAVING, asked)
  return perform(actor, 'figure-export.make', input, async (deed) => {
    const content = leavingContent(figures, { ...actor, ...(await readLeaving(deed, actor)) })
    const lines = leavingLines(content).length
    const { because } = decideExport({ rows: lines, ...(await whenHere(deed)) })
    const exportId = await recordFigureExport(deed, {
      kind: 'file',
      month: null,
      reason: input.reason,
      content,
      lines,
      because,
    })
    if (exportId === null) throw new AppError('changed-meanwhile')
    if (because.length > 0)
      await recordNotice(deed, {
        kind: 'figure-export-waits',
        serviceId: actor.serviceId,
        audience: 'managers',
        episodeId: null,
        handoffId: null,
        urgency: 'ordinary',
        dedupeKey: `figure-export:${exportId}`,
      })
    await recordAudit(deed, {
      action: 'figure-export.make',
      fields: [`export:${exportId}`, `lines:${lines}`, ...because],
      requestId: input.requestId,
    })
    return { exportId, because }
  })
}

/**
 * A second manager of the service lets a file go.
 *
 * @throws AppError `refused` with `figure-export.not-waiting`: it is not there, waits for nobody, or the actor made it
 */
export function approveFigureExport(actor: Actor, input: ApproveFigureExportInput): Promise<{ exportId: string }> {
  return perform(actor, 'figure-export.approve', input, async (deed) => {
    if (!(await recordApproval(deed, input.exportId))) throw refused('figure-export.not-waiting')
    await recordAudit(deed, {
      action: 'figure-export.approve',
      fields: [`export:${input.exportId}`],
      requestId: input.requestId,
    })
    return { exportId: input.exportId }
  })
}
