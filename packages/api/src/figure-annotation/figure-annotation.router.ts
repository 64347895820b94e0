import {
  AddFigureAnnotationInput,
  WithdrawFigureAnnotationInput,
} from '@throughcare/domain/figure-annotation/figure-annotation-input'
import { allowed, router } from '../trpc.ts'
import { addFigureAnnotation } from './add-figure-annotation.ts'
import { listFigureAnnotations } from './list-figure-annotations.ts'
import { withdrawFigureAnnotation } from './withdraw-figure-annotation.ts'

/** What managers write on the charts of their own service. */
export const figureAnnotationRouter = router({
  list: allowed('figure-annotation.list').query(({ ctx }) => listFigureAnnotations(ctx.actor)),
  add: allowed('figure-annotation.add')
    .input(AddFigureAnnotationInput)
    .mutation(({ ctx, input }) => addFigureAnnotation(ctx.actor, input)),
  withdraw: allowed('figure-annotation.withdraw')
    .input(WithdrawFigureAnnotationInput)
    .mutation(({ ctx, input }) => withdrawFigureAnnotation(ctx.actor, input)),
})
