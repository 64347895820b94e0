import type { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** "I rang": the emergency call after two doses for one day was made. */
export const RecordCallInput = inputOf({
  episodeId: idOf('dose-list.episodeId'),
  callId: idOf('dose-list.callId'),
  requestId: RequestId,
})
export type RecordCallInput = z.infer<typeof RecordCallInput>
