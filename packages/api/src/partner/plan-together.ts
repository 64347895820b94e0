import type { Actor } from '@throughcare/db/actor'
import { hasAppointment, recordAppointment } from '@throughcare/db/appointment/appointment-repository'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findShownLink, recordJoint } from '@throughcare/db/partner/together-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { nextRunAt } from '@throughcare/domain/partner/ordinary-run'
import type { PlanTogetherInput } from '@throughcare/domain/partner/partner-inputs'
import { invalidField, refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { linkOf, sideOf } from './get-partner.ts'
import { getSeenSide, writeSide } from './write-side.ts'

export type PlannedTogether = { version: number | null; appointmentId: string | null }

/**
 * The first day of treatment of this person, which the partner may see, or a time for both. The time is an ordinary appointment of this
 * side; the partner's own comes with the next daily run, so it has to lie after that.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a time before the next run or a service that
 *   there is not | `refused` with `partner.ask-first` while this person has not said yes, `partner.not-available` while the link is not
 *   active, whatever the reason, or `appointment.already-booked`
 */
export function planTogether(actor: Actor, input: PlanTogetherInput): Promise<PlannedTogether> {
  return perform(actor, 'partner.plan-together', input, async (deed) => {
    const { episodeId, requestId, planned } = input
    const part = await getPart(deed, episodeId, 'partner.plan-together', 'partner')
    const { last, side } = await getSeenSide(deed, input)
    if (side.answer !== 'yes' || !last) throw refused('partner.ask-first')
    let version: number | null = input.seenVersion
    let appointmentId: string | null = null
    if (planned.kind === 'start') version = await writeSide(deed, input, { ...side, startsOn: planned.startsOn })
    else {
      const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
      const isShown = (await findShownLink(deed, episodeId)) !== null
      if (linkOf(sideOf(last), isShown, today) !== 'active') throw refused('partner.not-available')
      appointmentId = await bookForBoth(deed, episodeId, planned)
    }
    await recordAudit(deed, {
      action: 'partner.plan-together',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: [planned.kind],
      requestId,
    })
    return { version, appointmentId }
  })
}

async function bookForBoth(
  deed: Deed,
  episodeId: string,
  { serviceId, at, place }: Extract<PlanTogetherInput['planned'], { kind: 'appointment' }>,
): Promise<string> {
  if (at <= nextRunAt(deed.now)) throw invalidField('planned.at', 'partner.at.before-the-run')
  if (!(await findService(deed, serviceId))) throw invalidField('planned.serviceId', 'partner.serviceId.unknown')
  const appointment = { episodeId, area: 'partner' as const, serviceId, at }
  if (await hasAppointment(deed, appointment)) throw refused('appointment.already-booked')
  const appointmentId = await recordAppointment(deed, { ...appointment, place })
  await recordJoint(deed, episodeId, appointmentId)
  return appointmentId
}
