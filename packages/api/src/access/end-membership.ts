import {
  findHandoffsHeld,
  findHandoffsWaiting,
  findMembers,
  type Member,
  recordMembershipChange,
  recordMembershipEnd,
} from '@throughcare/db/access/member-repository'
import type { Actor, SystemActor } from '@throughcare/db/actor'
import { asSystemWithin, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordItemsPutBack } from '@throughcare/db/checklist/leaver-items'
import { recordStep } from '@throughcare/db/escalation/escalation-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { findService } from '@throughcare/db/service/service-repository'
import { newId } from '@throughcare/db/uuid'
import { decideHat, type HatRefusal } from '@throughcare/domain/access/decide-hat'
import type { EndMembershipInput } from '@throughcare/domain/access/end-membership-input'
import type { ChangeMemberInput } from '@throughcare/domain/access/member-inputs'
import { NOTICE_RULES } from '@throughcare/domain/notice/notice-kinds'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField } from '../app-error.ts'
import { setAcceptDeadline } from '../escalation/set-accept-deadline.ts'
import { tellOfStep } from '../escalation/tell-of-step.ts'
import { writeMove } from '../handoff/move-handoff.ts'
import { perform } from '../perform.ts'

/** What became of what was open in that name. */
export type MembershipEnded = {
  passedOn: number
  recalled: number
  /** Items in their name that are nobody's now, at their service, without those that whoever pressed may not know of. */
  putBack: number
}

/** Whoever works on cases: items are put in their name. */
const WORKING: readonly string[] = ['prison-health', 'caseworker']

/**
 * Takes a hat away, and in the same transaction passes on what is open in that person's name, as chosen: nobody is left waiting
 * for somebody who cannot sign in any more (U16). What was taken goes to a colleague or back to the service, which is told; what
 * was sent and not acknowledged stays with the service that answers for it, or is recalled. Items in that name are nobody's again.
 *
 * @throws AppError `not-found` | `not-allowed` for one's own hat, and for one that whoever presses may not hand out |
 *   `changed-meanwhile` when something was taken or sent in that name since | `invalid-input` when the colleague does not work there
 */
export function endMembership(actor: Actor, input: EndMembershipInput): Promise<MembershipEnded> {
  return perform(actor, 'access.end-membership', input, async (deed) => {
    const { member, colleague, worksOn } = await chosen(deed, input)
    const passed = await passWorkOn(deed, input, member, colleague)
    const done = { ...passed, putBack: worksOn ? 0 : await putItemsBack(deed, input, member) }
    if (!(await recordMembershipEnd(deed, input.membershipId))) throw new AppError('not-allowed')
    await recordAudit(deed, { action: 'access.end-membership', fields: ['until'], requestId: input.requestId })
    return done
  })
}

/**
 * Another role at the same service, or other grants. Another role is another hat: the old one ends, and what is open in that name
 * is passed on, as when somebody leaves. A change of grants alone moves nothing. Both count at the next press.
 *
 * @throws AppError as {@link endMembership}; `invalid-input` for a role that the service does not have, or a grant that the role
 *   cannot carry
 */
export function changeMember(actor: Actor, input: ChangeMemberInput): Promise<MembershipEnded> {
  return perform(actor, 'access.change-member', input, async (deed) => {
    const { member, colleague, worksOn } = await chosen(deed, input)
    const service = await findService(deed, input.serviceId)
    if (!service) throw new AppError('not-found')
    const refusal = decideHat(actor, { id: service.id, kind: service.kind as ServiceKind }, input)
    if (refusal !== null) throw hatRefused(refusal)
    const moves = member.role !== input.role
    const passed = moves ? await passWorkOn(deed, input, member, colleague) : { passedOn: 0, recalled: 0 }
    const leaves = moves && !worksOn && !WORKING.includes(input.role)
    const done = { ...passed, putBack: leaves ? await putItemsBack(deed, input, member) : 0 }
    if (!(await recordMembershipChange(deed, input.membershipId, input))) throw new AppError('not-allowed')
    const fields = moves ? ['role', 'grants', 'until'] : ['grants']
    await recordAudit(deed, { action: 'access.change-member', fields, requestId: input.requestId })
    return done
  })
}

/** A hat that cannot be handed out: not by this hand, or there is no such one. */
export function hatRefused(refusal: HatRefusal): AppError {
  if (refusal === 'not-allowed') return new AppError('not-allowed')
  return refusal === 'role-not-there'
    ? invalidField('role', 'access.hat.not-there')
    : invalidField('grants', 'access.grants.not-for-role')
}

async function chosen(deed: Deed<Actor>, { serviceId, membershipId, heldTo, seen }: EndMembershipInput) {
  const members = await findMembers(deed, serviceId)
  const member = members.find((each) => each.membershipId === membershipId)
  if (!member) throw new AppError('not-found')
  // A15: never one's own.
  if (member.accountId === deed.actor.accountId) throw new AppError('not-allowed')
  if (member.held !== seen.held || member.waiting !== seen.waiting) throw changed(member, seen)
  const colleague = members.find(({ accountId, role }) => accountId === heldTo && role === 'caseworker')
  // With another hat of the kind at this service they go on working there.
  const worksOn = members.some(
    (each) => each.accountId === member.accountId && each.membershipId !== membershipId && WORKING.includes(each.role),
  )
  return { member, colleague, worksOn }
}

async function passWorkOn(
  deed: Deed<Actor>,
  { serviceId, heldTo, waiting }: EndMembershipInput,
  member: Member,
  colleague: Member | undefined,
): Promise<Omit<MembershipEnded, 'putBack'>> {
  if (heldTo !== null && (!colleague || colleague.accountId === member.accountId))
    throw invalidField('heldTo', 'access.heldTo.not-a-colleague')
  await asSystemWithin(deed, serviceId, (itself) => passOn(itself, member, heldTo))
  if (waiting !== 'stays') await asSystemWithin(deed, serviceId, (itself) => recall(itself, member))
  // What was shown before the press, not what was done: with restricted records it may be more, and that would tell of them.
  return { passedOn: member.held, recalled: waiting === 'stays' ? 0 : member.waiting }
}

/** Items are nobody's again at once, and the managers of the service are told that somebody has to take them. */
function putItemsBack(
  deed: Deed<Actor>,
  { serviceId, requestId }: EndMembershipInput,
  { accountId, membershipId }: Member,
): Promise<number> {
  return asSystemWithin(deed, serviceId, async (itself) => {
    const items = await recordItemsPutBack(itself, accountId, requestId)
    if (items.length === 0) return 0
    await recordAudit(itself, {
      action: 'checklist.assign',
      episodeIds: [...new Set(items.map(({ episodeId }) => episodeId))],
      personIds: [...new Set(items.map(({ personId }) => personId))],
      fields: ['assigned-to'],
      requestId,
    })
    await recordNotice(itself, {
      kind: 'items-unassigned',
      serviceId,
      audience: 'managers',
      episodeId: null,
      handoffId: null,
      urgency: NOTICE_RULES['items-unassigned'].urgency,
      dedupeKey: `items-unassigned:${membershipId}:${itself.now.getTime()}`,
    })
    return items.filter(({ circle }) => circle === null || circle.includes(deed.actor.accountId)).length
  })
}

function changed({ held, waiting }: Member, seen: EndMembershipInput['seen']): AppError {
  return new AppError('changed-meanwhile', { details: { seen, current: { held, waiting } } })
}

/** To the colleague, or back to the service: also where the colleague may not know of the person. */
async function passOn(deed: Deed<SystemActor>, { accountId }: Member, colleagueId: string | null): Promise<void> {
  for (const { id: handoffId, mayGoTo } of await findHandoffsHeld(deed, accountId, colleagueId)) {
    const heldTo = mayGoTo ? colleagueId : null
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
}

async function recall(deed: Deed<SystemActor>, { accountId }: Member): Promise<void> {
  for (const handoffId of await findHandoffsWaiting(deed, accountId)) {
    const handoff = await findHandoff(deed, handoffId)
    if (!handoff) throw new AppError('changed-meanwhile')
    const press = { handoffId, seenVersion: handoff.version, requestId: newId() }
    await writeMove(deed, 'handoff.revoke', 'revoke', handoff, press, { reason: 'worker-left' })
  }
}
