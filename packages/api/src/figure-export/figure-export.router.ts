import {
  ApproveFigureExportInput,
  FigureExportInput,
  ListFigureExportsInput,
  MakeFigureExportInput,
} from '@throughcare/domain/figure-export/figure-export-inputs'
import { allowed, allowedAfterStepUp, router } from '../trpc.ts'
import { approveFigureExport, makeFigureExport } from './make-figure-export.ts'
import { listLeftFigures, openFigureExport } from './open-figure-export.ts'

/** Figures that leave: files with a reason, and the report of each month. */
export const figureExportRouter = router({
  list: allowed('figure-export.list')
    .input(ListFigureExportsInput)
    .query(({ ctx }) => listLeftFigures(ctx.actor)),
  byId: allowed('figure-export.by-id')
    .input(FigureExportInput)
    .query(({ ctx, input }) => openFigureExport(ctx.actor, input)),
  make: allowedAfterStepUp('figure-export.make')
    .input(MakeFigureExportInput)
    .mutation(({ ctx, input }) => makeFigureExport(ctx.actor, input)),
  approve: allowedAfterStepUp('figure-export.approve')
    .input(ApproveFigureExportInput)
    .mutation(({ ctx, input }) => approveFigureExport(ctx.actor, input)),
})
