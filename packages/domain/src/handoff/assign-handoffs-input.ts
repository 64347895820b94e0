import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** As many lines as a page of the inbox holds, four times over. */
const MOST_AT_ONCE = 100

const LINES = {
  handoffs: z
    .array(inputOf({ handoffId: idOf('handoff.handoffId'), seenVersion: SeenVersion }), 'handoff-list.handoffs.missing')
    .min(1, 'handoff-list.handoffs.missing')
    .max(MOST_AT_ONCE, 'handoff-list.handoffs.too-many')
    .refine((all) => new Set(all.map(({ handoffId }) => handoffId)).size === all.length, 'handoff-list.handoffs.twice'),
  /** Somebody who works on cases at the receiving service. */
  workerId: idOf('handoff.workerId'),
}

/** Several handoffs accepted in one worker's name. */
export const AssignHandoffsInput = inputOf({ ...LINES, requestId: RequestId })
export type AssignHandoffsInput = z.infer<typeof AssignHandoffsInput>

/** What that press would do, line by line, before anybody presses. */
export const PreviewHandoffsInput = inputOf(LINES)
export type PreviewHandoffsInput = z.infer<typeof PreviewHandoffsInput>
