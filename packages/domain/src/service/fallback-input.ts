import type { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Who takes over when the service does not answer a handoff, by a recorded agreement; null: nobody agreed to. */
export const SetFallbackInput = inputOf({
  serviceId: idOf('service.serviceId'),
  requestId: RequestId,
  /** The version of the service on the screen. */
  seenVersion: SeenVersion,
  fallback: inputOf({
    serviceId: idOf('service.fallback'),
    /** The day on which they agreed. */
    agreedOn: PlainDate,
    /** Who agreed for them. */
    contact: filledText('service.contact', 120),
  }).nullable(),
})
export type SetFallbackInput = z.infer<typeof SetFallbackInput>
