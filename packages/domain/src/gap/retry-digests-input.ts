import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** "Send again": what the mail server did not take of one service and day, as long as that day goes on. */
export const RetryDigestsInput = inputOf({ requestId: RequestId, serviceId: idOf('gap.serviceId'), day: PlainDate })
export type RetryDigestsInput = z.infer<typeof RetryDigestsInput>
