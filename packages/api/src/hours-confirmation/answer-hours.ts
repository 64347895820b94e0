import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { askToFollowGaps } from '@throughcare/db/gap/gap-writing'
import {
  type DayAsked,
  findAnswers,
  recordDayTold,
  type StandingAnswer,
} from '@throughcare/db/hours-confirmation/hours-confirmation-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { addDays } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { AnswerHoursInput } from '@throughcare/domain/hours-confirmation/answer-hours-input'
import { AppError, invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'

export type HoursAnswered = { version: number }

/** Nobody knows a year and more ahead what a place will do on one day. */
const DAYS_AHEAD = 400

/**
 * A place says what it does on one day: doses from then to then, or none. One answer holds for everybody who goes there; a
 * later one goes over it, and both stay.
 *
 * @throws AppError `not-found` for a caseworker who does not work there · `changed-meanwhile` · `invalid-input` for a day that
 *   is over or too far ahead, or for "themselves" at another place · `refused` with `hours-confirmation.doses-nobody`
 */
export function answerHours(actor: Actor, input: AnswerHoursInput): Promise<HoursAnswered> {
  return perform(actor, 'hours-confirmation.answer', input, async (deed) => {
    const { serviceId, day, purpose, seenVersion, requestId, said, intervals, toldHow } = input
    const isOwn = actor.serviceId === serviceId
    const service = actor.role === 'caseworker' && !isOwn ? null : await findService(deed, serviceId)
    if (!service) throw new AppError('not-found')
    if (purpose === 'dosing' && !service.canDose) throw refused('hours-confirmation.doses-nobody')
    const today = plainDateIn(deed.now, getZone(service.timeZone))
    if (day < today) throw invalidField('day', 'hours-confirmation.day.in-the-past')
    if (day > addDays(today, DAYS_AHEAD)) throw invalidField('day', 'hours-confirmation.day.too-far')
    if (toldHow === 'themselves' && !isOwn) throw invalidField('toldHow', 'hours-confirmation.toldHow.not-there')

    const asked = { serviceId, day, purpose }
    const told = { said, intervals, toldHow, toldBy: input.toldBy ?? actor.displayName }
    if (!(await recordDayTold(deed, { ...asked, seenVersion }, told)))
      throw await answeredMeanwhile(deed, asked, seenVersion)
    await askToFollowGaps(deed)
    await recordAudit(deed, { action: 'hours-confirmation.answer', fields: Object.keys(told), requestId })
    return { version: (seenVersion ?? -1) + 1 }
  })
}

/** The refusal that shows the answer as it stands now. */
async function answeredMeanwhile(deed: Deed, asked: DayAsked, seenVersion: number | null): Promise<AppError> {
  const [standing] = await findAnswers(deed, [asked])
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seenVersion }, current: standing ? shown(standing) : null, ...by(standing) },
  })
}

function shown({ said, intervals, toldBy, toldHow, version }: StandingAnswer) {
  return { said, intervals, toldBy, toldHow, version }
}

function by(standing: StandingAnswer | undefined) {
  return standing ? { changedBy: standing.recordedBy, changedAt: standing.recordedAt.toISOString() } : {}
}
