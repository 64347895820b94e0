import { ChooseNoticesInput } from '@throughcare/domain/notice/choose-notices-input'
import { ListNoticesInput, MarkNoticesReadInput, SetDutyMailboxInput } from '@throughcare/domain/notice/notice-inputs'
import { allowed, router } from '../trpc.ts'
import { chooseNotices } from './choose-notices.ts'
import { listNotices } from './list-notices.ts'
import { mailStates } from './mail-states.ts'
import { markNoticesRead } from './mark-notices-read.ts'
import { noticeSettings } from './notice-settings.ts'
import { noticeStanding } from './notice-standing.ts'
import { setDutyMailbox } from './set-duty-mailbox.ts'

/** What people are told, and how they want to hear of it. */
export const noticeRouter = router({
  standing: allowed('notice.standing').query(({ ctx }) => noticeStanding(ctx.actor)),

  list: allowed('notice.list')
    .input(ListNoticesInput)
    .query(({ ctx, input }) => listNotices(ctx.actor, input)),

  markRead: allowed('notice.mark-read')
    .input(MarkNoticesReadInput)
    .mutation(({ ctx, input }) => markNoticesRead(ctx.actor, input)),

  settings: allowed('notice.settings').query(({ ctx }) => noticeSettings(ctx.actor)),

  choose: allowed('notice.choose')
    .input(ChooseNoticesInput)
    .mutation(({ ctx, input }) => chooseNotices(ctx.actor, input)),

  setDutyMailbox: allowed('notice.set-duty-mailbox')
    .input(SetDutyMailboxInput)
    .mutation(({ ctx, input }) => setDutyMailbox(ctx.actor, input)),

  mailStates: allowed('notice.mail-states').query(({ ctx }) => mailStates(ctx.actor)),
})
