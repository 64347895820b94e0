import type { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** What left, what waits for a second person, and the reports of each month. */
export const ListFigureExportsInput = inputOf({})
export type ListFigureExportsInput = z.infer<typeof ListFigureExportsInput>

/** One of them, with what stands in it. */
export const FigureExportInput = inputOf({ exportId: idOf('figure-export.exportId') })
export type FigureExportInput = z.infer<typeof FigureExportInput>

/** Everything that the page of figures shows, as a file. A filter is not asked for: two files of two filters would tell a hidden count. */
export const MakeFigureExportInput = inputOf({
  requestId: RequestId,
  /** Kept beside the file, never in it. */
  reason: filledText('figure-export.reason', 500),
})
export type MakeFigureExportInput = z.infer<typeof MakeFigureExportInput>

/** A second person lets it go. */
export const ApproveFigureExportInput = inputOf({ requestId: RequestId, exportId: idOf('figure-export.exportId') })
export type ApproveFigureExportInput = z.infer<typeof ApproveFigureExportInput>
