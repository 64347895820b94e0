import {
  findHandoffsInName,
  findMembers,
  type Member,
  recordMembershipEnd,
} from '@throughcare/db/access/member-repository'
import type { Actor, SystemActor } from '@throughcare/db/actor'
import { asSystemWithin, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordStep } from '@throughcare/db/escalation/escalation-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { newId } from '@throughcare/db/uuid'
import type { EndMembershipInput } from '@throughcare/domain/access/end-membership-input'
import { AppError, invalidField, refused } from '../app-error.ts'
import { setAcceptDeadline } from '../escalation/set-accept-deadline.ts'
import { tellOfStep } from '../escalation/tell-of-step.ts'
import { writeMove } from '../handoff/move-handoff.ts'
import { perform } from '../perform.ts'

/** What became of what was open in that name. */
export type MembershipEnded = { passedOn: number; recalled: number }

/**
 * Takes a hat away, and in the same transaction passes on what is open in that person's name, as chosen: nobody is left waiting
 * for somebody who cannot sign in any more (U16). What was taken goes to a colleague or back to the service, which is told; what
 * was sent and not acknowledged stays with the service that answers for it, or is recalled.
 *
 * @throws AppError `not-found` | `changed-meanwhile` when something was taken or sent in that name since | `invalid-input` when
 *   the colleague does not work on cases there | `refused` with `access.own-hat`
 */
export function endMembership(actor: Actor, input: EndMembershipInput): Promise<MembershipEnded> {
  return perform(actor, 'access.end-membership', input, async (deed) => {
    const { serviceId, membershipId, requestId, seen } = input
    const members = await findMembers(deed, serviceId)
    const member = members.find((each) => each.membershipId === membershipId)
    if (!member) throw new AppError('not-found')
    if (member.accountId === actor.accountId) throw refused('access.own-hat')
    if (member.held !== seen.held || member.waiting !== seen.waiting) throw changed(member, seen)
    const colleague = members.find(({ accountId, role }) => accountId === input.heldTo && role === 'caseworker')
    if (input.heldTo !== null && (!colleague || colleague.accountId === member.accountId))
      throw invalidField('heldTo', 'access.heldTo.not-a-colleague')

    const passedOn = await asSystemWithin(deed, serviceId, (itself) => passOn(itself, member, input.heldTo))
    const recalled =
      input.waiting === 'stays' ? 0 : await asSystemWithin(deed, serviceId, (itself) => recall(itself, member))
    if (!(await recordMembershipEnd(deed, membershipId))) throw new AppError('changed-meanwhile')
    await recordAudit(deed, { action: 'access.end-membership', fields: ['until'], requestId })
    return { passedOn, recalled }
  })
}

function changed({ held, waiting }: Member, seen: EndMembershipInput['seen']): AppError {
  return new AppError('changed-meanwhile', { details: { seen, current: { held, waiting } } })
}

async function passOn(deed: Deed<SystemActor>, { accountId }: Member, heldTo: string | null): Promise<number> {
  const ids = await findHandoffsInName(deed, accountId, 'held')
  for (const handoffId of ids) {
    const handoff = await findHandoff(deed, handoffId)
    if (!handoff) throw new AppError('changed-meanwhile')
    const press = { handoffId, seenVersion: handoff.version, requestId: newId() }
    if (heldTo === null)
      await writeMove(deed, 'handoff.unassign', 'unassign', handoff, press, { reason: 'worker-left' })
    else await writeMove(deed, 'handoff.reassign', 'reassign', handoff, press, { workerId: heldTo })
    await setAcceptDeadline(deed, handoffId)
    await recordStep(deed, {
      handoff,
      step: 'taken-from-worker',
      because: heldTo === null ? 'put-back' : 'given-to',
      plannedAt: deed.now,
      toldServiceIds: [deed.actor.serviceId],
    })
    await tellOfStep(deed, 'taken-from-worker', handoff, [
      { serviceId: deed.actor.serviceId, audience: heldTo === null ? 'workers' : { accountId: heldTo } },
      { serviceId: deed.actor.serviceId, audience: 'managers' },
    ])
  }
  return ids.length
}

async function recall(deed: Deed<SystemActor>, { accountId }: Member): Promise<number> {
  const ids = await findHandoffsInName(deed, accountId, 'waiting')
  for (const handoffId of ids) {
    const handoff = await findHandoff(deed, handoffId)
    if (!handoff) throw new AppError('changed-meanwhile')
    const press = { handoffId, seenVersion: handoff.version, requestId: newId() }
    await writeMove(deed, 'handoff.revoke', 'revoke', handoff, press, { reason: 'worker-left' })
  }
  return ids.length
}
