import type { z } from 'zod'
import { daysBetween, PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Longer than that is no closure but a place that is gone. */
const LONGEST_CLOSURE_DAYS = 366

/** Days on which a service is shut for every purpose, first and last included. */
export const AddClosureInput = inputOf({
  serviceId: idOf('service.serviceId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  fromDay: PlainDate,
  toDay: PlainDate,
  /** Why, in words for colleagues elsewhere. */
  reason: filledText('service.reason', 200),
})
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], error: 'service.toDay.before-first' })
  .refine(({ fromDay, toDay }) => daysBetween(fromDay, toDay) < LONGEST_CLOSURE_DAYS, {
    path: ['toDay'],
    error: 'service.toDay.too-long',
  })
export type AddClosureInput = z.infer<typeof AddClosureInput>

/** The place is open after all. */
export const RemoveClosureInput = inputOf({
  serviceId: idOf('service.serviceId'),
  closureId: idOf('service.closureId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
})
export type RemoveClosureInput = z.infer<typeof RemoveClosureInput>
