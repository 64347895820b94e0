import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { RestrictionReason } from './restriction-codes.ts'

/** An account under the hat of a service. The same person in two services is admitted to each by itself. */
const Admitted = inputOf({
  accountId: idOf('restriction.accountId'),
  serviceId: idOf('restriction.serviceId'),
})

const Circle = z.array(Admitted, 'restriction.circle.missing').max(50, 'restriction.circle.too-many')

/** Whose record is restricted and to whom; with the people of one more service to choose from. */
export const RestrictionOfCaseInput = inputOf({
  episodeId: idOf('restriction.episodeId'),
  /** A service without part, to which the case is about to be handed: its people can be admitted before. */
  alsoServiceId: idOf('restriction.serviceId').nullable(),
})
export type RestrictionOfCaseInput = z.infer<typeof RestrictionOfCaseInput>

/** Restricts the record. Whoever sets it is in the circle; nobody else is by themselves. */
export const SetRestrictionInput = inputOf({
  episodeId: idOf('restriction.episodeId'),
  requestId: RequestId,
  reason: RestrictionReason,
  reviewOn: PlainDate,
  circle: Circle,
})
export type SetRestrictionInput = z.infer<typeof SetRestrictionInput>

/** Admits some and takes others off; the day of review stays, or is moved. */
export const ChangeCircleInput = inputOf({
  episodeId: idOf('restriction.episodeId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  reviewOn: PlainDate,
  admitted: Circle,
  removedIds: z
    .array(idOf('restriction.memberId'), 'restriction.circle.missing')
    .max(50, 'restriction.circle.too-many'),
})
export type ChangeCircleInput = z.infer<typeof ChangeCircleInput>

/** Opens the record to everybody with a part again. */
export const LiftRestrictionInput = inputOf({
  episodeId: idOf('restriction.episodeId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  because: filledText('restriction.because', 500),
})
export type LiftRestrictionInput = z.infer<typeof LiftRestrictionInput>
