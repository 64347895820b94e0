import {
  ConfirmReleaseListInput,
  DecideLineInput,
  ReleaseListInput,
  ReleaseListLinesInput,
} from '@throughcare/domain/release-list/release-list-inputs'
import { allowed, router } from '../trpc.ts'
import { confirmReleaseList } from './confirm-release-list.ts'
import { decideLine } from './decide-line.ts'
import { listReleaseLists, previewLines, previewReleaseList } from './preview-release-list.ts'

export const releaseListRouter = router({
  list: allowed('release-list.list').query(({ ctx }) => listReleaseLists(ctx.actor)),
  preview: allowed('release-list.preview')
    .input(ReleaseListInput)
    .query(({ ctx, input }) => previewReleaseList(ctx.actor, input.listId)),
  lines: allowed('release-list.lines')
    .input(ReleaseListLinesInput)
    .query(({ ctx, input }) => previewLines(ctx.actor, input)),
  decide: allowed('release-list.decide')
    .input(DecideLineInput)
    .mutation(({ ctx, input }) => decideLine(ctx.actor, input)),
  confirm: allowed('release-list.confirm')
    .input(ConfirmReleaseListInput)
    .mutation(({ ctx, input }) => confirmReleaseList(ctx.actor, input)),
})
