import { recordInvitation, recordReset } from '@throughcare/db/access/link-repository'
import { findMembers } from '@throughcare/db/access/member-repository'
import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { newId } from '@throughcare/db/uuid'
import { decideHat } from '@throughcare/domain/access/decide-hat'
import type { InviteInput, MakeResetInput } from '@throughcare/domain/access/member-inputs'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { hatRefused } from './end-membership.ts'
import { linkAddress } from './link-key.ts'

/** A link that works once. It is made anew from its id for whoever made it: nothing that opens a door is stored. */
export type MadeLink = { linkId: string; link: string }

/**
 * Invites somebody to a service: they get a letter, and whoever invites sees the link once. It lives for 72 hours; an earlier
 * invitation of the same address there stops working.
 *
 * @throws AppError `not-found` for a service that there is not | `not-allowed` for a hat that whoever presses may not hand out, and
 *   to one's own address (A15) | `invalid-input` for a role that the service does not have
 */
export async function invite(actor: Actor, input: InviteInput): Promise<MadeLink> {
  const made = await perform(actor, 'access.invite', input, async (deed) => {
    const service = await findService(deed, input.serviceId)
    if (!service) throw new AppError('not-found')
    const refusal = decideHat(actor, { id: service.id, kind: service.kind as ServiceKind }, input)
    if (refusal !== null) throw hatRefused(refusal)
    const linkId = newId()
    if (!(await recordInvitation(deed, linkId, { ...input, locale: actor.locale }))) throw new AppError('not-allowed')
    await enqueueJob(deed, 'send-link', { linkId })
    await recordAudit(deed, { action: 'access.invite', fields: ['role', 'grants'], requestId: input.requestId })
    return { linkId }
  })
  return { ...made, link: linkAddress(made.linkId) }
}

/**
 * A link of a day to a new password for somebody else, to be handed over by whoever made it; for a lost telephone also without the
 * second factor. Using it ends every session of theirs.
 *
 * @throws AppError `not-found` | `not-allowed` for one's own account (A15)
 */
export async function makeReset(actor: Actor, input: MakeResetInput): Promise<MadeLink> {
  const made = await perform(actor, 'access.make-reset', input, async (deed) => {
    const { serviceId, membershipId, dropsFactor, requestId } = input
    const members = await findMembers(deed, serviceId)
    const member = members.find((each) => each.membershipId === membershipId)
    if (!member) throw new AppError('not-found')
    const linkId = newId()
    const { accountId } = member
    if (!(await recordReset(deed, linkId, { accountId, dropsFactor }))) throw new AppError('not-allowed')
    const fields = dropsFactor ? ['password', 'second-factor'] : ['password']
    await recordAudit(deed, { action: 'access.make-reset', fields, requestId })
    return { linkId }
  })
  return { ...made, link: linkAddress(made.linkId) }
}
