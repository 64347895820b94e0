import { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'

/** Who has a hat of a service, and what is open in their name. */
export const MembersOfServiceInput = inputOf({ serviceId: idOf('access.serviceId') })
export type MembersOfServiceInput = z.infer<typeof MembersOfServiceInput>

const Count = z.int('access.seen.invalid').min(0, 'access.seen.invalid').max(2_147_483_647, 'access.seen.invalid')

/**
 * Takes a hat away. What becomes of the handoffs in that person's name is chosen with it: they go to a colleague or back to the
 * service, and what they sent and nobody has acknowledged stays with the service or is recalled.
 */
export const EndMembershipInput = inputOf({
  serviceId: idOf('access.serviceId'),
  membershipId: idOf('access.membershipId'),
  requestId: RequestId,
  /** How many there were on the screen: with another number the choice is shown again. */
  seen: inputOf({ held: Count, waiting: Count }),
  /** The account of a colleague; null: back to the service, with nobody's name on it. */
  heldTo: idOf('access.heldTo').nullable(),
  waiting: z.enum(['stays', 'is-recalled'], { error: 'access.waiting.unknown' }),
})
export type EndMembershipInput = z.infer<typeof EndMembershipInput>
