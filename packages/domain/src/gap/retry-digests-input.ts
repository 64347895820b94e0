import type { z } from 'zod'
import { inputOf, RequestId } from '../request/request-fields.ts'

/** "Send again": what the mail server did not take, as long as its day goes on. */
export const RetryDigestsInput = inputOf({ requestId: RequestId })
export type RetryDigestsInput = z.infer<typeof RetryDigestsInput>
