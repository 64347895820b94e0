import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findFigureExport,
  listFigureExports,
  type StoredFigureExport,
} from '@throughcare/db/figure-export/figure-export-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { FigureExportInput } from '@throughcare/domain/figure-export/figure-export-inputs'
import { carriedBy, type LeavingFigures } from '@throughcare/domain/figure-export/leaving-figures'
import { AppError, refused } from '../app-error.ts'

/** Whether it may be taken: at once, or since a second person let it go. */
export type ListedFigureExport = StoredFigureExport & { isReady: boolean }

/** What left the actor's service, the reports of its months among them. */
export function listLeftFigures(actor: Actor): Promise<{ exports: ListedFigureExport[] }> {
  return asActor(actor, async (deed) => {
    const exports = (await listFigureExports(deed)).map((one) => ({ ...one, isReady: isReady(one) }))
    await recordAudit(deed, { action: 'figure-export.list' })
    return { exports }
  })
}

export type OpenedFigureExport = StoredFigureExport & { content: LeavingFigures; carries: Category[] }

/**
 * What stands in one of them: for its file, and for the page of a report.
 *
 * @throws AppError `not-found` | `refused` with `figure-export.second-person` while nobody else let it go
 */
export function openFigureExport(actor: Actor, { exportId }: FigureExportInput): Promise<OpenedFigureExport> {
  return asActor(actor, async (deed) => {
    const found = await findFigureExport(deed, exportId)
    if (!found) throw new AppError('not-found')
    if (!isReady(found)) throw refused('figure-export.second-person', { because: found.because.join(' ') })
    await recordAudit(deed, { action: 'figure-export.by-id', fields: [`export:${exportId}`] })
    return { ...found, carries: carriedBy(found.content) }
  })
}

/**
 * Writes that a file left, before its first byte does: a file that cannot be written down does not leave.
 *
 * @param seal SHA-256 of the file, in hexadecimal: whoever holds a copy can show that it is this one
 */
export function recordFigureFile(
  actor: Actor,
  { exportId, format, language, seal }: { exportId: string; format: 'csv' | 'pdf'; language: string; seal: string },
): Promise<void> {
  return asActor(actor, (deed) =>
    recordAudit(deed, {
      action: 'figure-export.take',
      fields: [`export:${exportId}`, `format:${format}`, `language:${language}`, `sha256:${seal}`],
    }),
  )
}

function isReady({ because, approvedAt }: StoredFigureExport): boolean {
  return because.length === 0 || approvedAt !== null
}
