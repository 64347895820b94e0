import { RetryJobsInput } from '../../src/job/retry-jobs-input.ts'
import { ChooseNoticesInput } from '../../src/notice/choose-notices-input.ts'
import { ListNoticesInput, MarkNoticesReadInput, SetDutyMailboxInput } from '../../src/notice/notice-inputs.ts'
import { ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** What people are told, and what happens by itself. */
export const NOTICE_INPUTS: Readonly<Record<string, InputSample>> = {
  'notice.list': { schema: ListNoticesInput, takes: { page: 1 }, defaults: ['page'] },
  'notice.mark-read': { schema: MarkNoticesReadInput, takes: { ...REQUEST, noticeIds: [ID] } },
  'notice.choose': {
    schema: ChooseNoticesInput,
    takes: {
      ...SEEN,
      ways: { 'handoff-sent': 'colleague', 'handoff-accepted': 'muted' },
      colleagueId: ID,
      quiet: { from: '20:00', to: '07:00' },
    },
  },
  'notice.set-duty-mailbox': { schema: SetDutyMailboxInput, takes: { ...SEEN, email: 'duty@harbour.example.org' } },
  'job.retry': { schema: RetryJobsInput, takes: { ...REQUEST, name: 'send-notice' } },
}
