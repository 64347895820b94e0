import { z } from 'zod'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { nameFault } from '../text/storable-text.ts'
import { telephoneText } from '../text/telephone-text.ts'
import { GRANTS, Role } from './access-codes.ts'
import { EndMembershipInput } from './end-membership-input.ts'
import { StaffEmail } from './staff-email.ts'

const line = (key: string, most: number) =>
  z
    .string(`access.${key}.missing`)
    .trim()
    .min(1, { error: `access.${key}.missing`, abort: true })
    .max(most, `access.${key}.too-long`)
    .refine((text) => nameFault(text) === null, `access.${key}.hidden-character`)

const Grants = z
  .array(z.enum(GRANTS, { error: 'access.grants.unknown' }), 'access.grants.unknown')
  .max(GRANTS.length, 'access.grants.repeated')
  .refine((grants) => new Set(grants).size === grants.length, 'access.grants.repeated')

/** Invites somebody to a service, as what, and with which grants. The link lives for 72 hours. */
export const InviteInput = inputOf({
  serviceId: idOf('access.serviceId'),
  requestId: RequestId,
  email: StaffEmail,
  displayName: line('displayName', 120),
  role: Role,
  grants: Grants,
})
export type InviteInput = z.infer<typeof InviteInput>

/** Another role at the same service, or other grants. With another role, what is open in that name is passed on as chosen. */
export const ChangeMemberInput = EndMembershipInput.extend({ role: Role, grants: Grants })
export type ChangeMemberInput = z.infer<typeof ChangeMemberInput>

/** A link to a new password for somebody else. */
export const MakeResetInput = inputOf({
  serviceId: idOf('access.serviceId'),
  membershipId: idOf('access.membershipId'),
  requestId: RequestId,
  /** Their telephone is lost, and so are the recovery codes: signing in asks for no code until they set a new factor up. */
  dropsFactor: z.boolean('access.dropsFactor.invalid'),
})
export type MakeResetInput = z.infer<typeof MakeResetInput>

/** How to reach somebody in one of their hats, from now on. */
export const RecordContactInput = inputOf({
  membershipId: idOf('access.membershipId'),
  requestId: RequestId,
  email: StaffEmail.nullable(),
  phone: telephoneText('access.phone', 40).nullable(),
  team: line('team', 120).nullable(),
})
export type RecordContactInput = z.infer<typeof RecordContactInput>

/** Ends another of one's own sessions; null: all others. */
export const EndSessionInput = inputOf({ requestId: RequestId, sessionId: idOf('access.sessionId').nullable() })
export type EndSessionInput = z.infer<typeof EndSessionInput>
