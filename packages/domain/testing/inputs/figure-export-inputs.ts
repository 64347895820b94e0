import {
  ApproveFigureExportInput,
  FigureExportInput,
  ListFigureExportsInput,
  MakeFigureExportInput,
} from '../../src/figure-export/figure-export-inputs.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

/** Figures that leave. */
export const FIGURE_EXPORT_INPUTS: Readonly<Record<string, InputSample>> = {
  'figure-export.list': { schema: ListFigureExportsInput, takes: {} },
  'figure-export.by-id': { schema: FigureExportInput, takes: { exportId: ID } },
  'figure-export.make': { schema: MakeFigureExportInput, takes: { ...REQUEST, reason: 'Board meeting' } },
  'figure-export.approve': { schema: ApproveFigureExportInput, takes: { ...REQUEST, exportId: ID } },
}
