import type { Actor } from '@throughcare/db/actor'
import {
  type ArrivalRequest,
  findArrivalRequests,
  findSendSetOf,
  recordArrived,
  recordNobody,
} from '@throughcare/db/arrival-request/arrival-request-repository'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findLiveHandoffs, type Handoff } from '@throughcare/db/handoff/handoff-repository'
import { findHandoverBasis, type HandoverBasis } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { recordSendSet } from '@throughcare/db/handoff/send-set-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { ArrivalStatus } from '@throughcare/domain/arrival-request/arrival-answer'
import type { AnswerArrivalInput } from '@throughcare/domain/arrival-request/arrival-request-inputs'
import type { Area } from '@throughcare/domain/checklist/areas'
import { whatTravels } from '@throughcare/domain/handoff/what-travels'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError, invalidField, refused } from '../app-error.ts'
import { findDeadlineRules } from '../deadline-rule/find-deadline-rules.ts'
import { acceptDeadlineOf } from '../handoff/handover-deadline.ts'
import { perform } from '../perform.ts'
import { tellAnswered } from './tell-arrival.ts'

export type ArrivalAnswered = { status: ArrivalStatus; handoffIds: string[] }

/**
 * The duty desk answers an ask: this case, or nobody like that. The first is handoff, acknowledgement and arrival in one
 * transaction: the areas go out, whoever asked has acknowledged them by asking with the person before them and is accountable from now
 * on, and the person is out no later than the ask. The second says nothing more, whatever the reason.
 *
 * @throws AppError `not-found` for an ask to another prison or a case that this one does not hold | `not-allowed` |
 *   `changed-meanwhile` | `invalid-input` for an area that was not asked for | `refused` with `arrival-request.area-taken` (another service has it: `area`, `handoffId`, `serviceName`),
 *   `arrival-request.theirs-already` or `custody-episode.stopped`
 */
export function answerArrival(actor: Actor, input: AnswerArrivalInput): Promise<ArrivalAnswered> {
  return perform(actor, 'arrival-request.answer', input, async (deed) => {
    const [ask] = await findArrivalRequests(deed, { id: input.arrivalRequestId })
    if (!ask || ask.prison.id !== actor.serviceId) throw new AppError('not-found')
    const found = input.answer === 'found' ? await getCase(deed, input.episodeId) : null
    if (input.answer === 'found' && input.areas.some((area) => !ask.areas.includes(area)))
      throw invalidField('areas', 'arrival-request.areas.not-asked')
    if (ask.version !== input.seenVersion || ask.status !== 'asked') throw changed(ask, input.seenVersion)

    const seen = { id: ask.id, version: input.seenVersion }
    const handoffs =
      found && input.answer === 'found' ? await handOver(deed, ask, found, input.areas, input.requestId) : []
    const handed = handoffs[0] ? await findSendSetOf(deed, handoffs[0]) : null
    const isWritten = found
      ? await recordArrived(deed, seen, handed, handoffs, await acceptBy(deed, ask, found))
      : await recordNobody(deed, seen)
    if (!isWritten) throw changed(ask, input.seenVersion)
    await tellAnswered(deed, { serviceId: ask.asking.id, accountId: ask.askedBy.id }, ask.id)
    await recordAudit(deed, {
      action: 'arrival-request.answer',
      episodeIds: found ? [found.episodeId] : [],
      personIds: found ? [found.personId] : [],
      fields: [input.answer, ...(input.answer === 'found' ? input.areas : [])],
      requestId: input.requestId,
    })
    return { status: input.answer, handoffIds: handoffs }
  })
}

/** By when must somebody at the desk's service have taken it by name? As after any acknowledgement (DUE-3). */
async function acceptBy(deed: Deed<Actor>, ask: ArrivalRequest, release: HandoverBasis): Promise<Date> {
  const service = await findService(deed, ask.asking.id)
  const hours = (await findOpeningHours(deed, [ask.asking.id])).get(ask.asking.id)
  if (!service || !hours) throw new AppError('not-found')
  const ruleOf = await findDeadlineRules(deed, [service])
  return acceptDeadlineOf(release, hours, deed.now, ruleOf(service).body)
}

/** The case that is meant, if this prison holds it. */
async function getCase(deed: Deed<Actor>, episodeId: string): Promise<HandoverBasis> {
  const { role, serviceKind } = deed.actor
  const found = await findHandoverBasis(deed, episodeId)
  if (!found) throw new AppError('not-found')
  if (!mayDo(role, 'arrival-request.answer', found.relation, serviceKind as ServiceKind))
    throw new AppError('not-allowed')
  if (found.isStopped) throw refused('custody-episode.stopped')
  return found
}

/** Sends what is not on its way there yet. @returns the handoffs that whoever asked now has, new ones first */
async function handOver(
  deed: Deed<Actor>,
  ask: ArrivalRequest,
  { episodeId, personId, sharing }: HandoverBasis,
  areas: readonly Area[],
  requestId: string,
): Promise<string[]> {
  const live = await findLiveHandoffs(deed, episodeId, areas)
  const services = await findReceiverServices(deed)
  const other = live.find((one) => one.receivingServiceId !== ask.asking.id || !isTheirs(one))
  if (other)
    throw refused('arrival-request.area-taken', {
      area: other.area,
      handoffId: other.id,
      status: other.status,
      serviceName: services.find(({ id }) => id === other.receivingServiceId)?.name ?? '',
    })
  const waiting = live.filter(({ status }) => status === 'sent').map(({ id }) => id)
  const toSend = areas.filter((area) => !live.some((one) => one.area === area))
  if (toSend.length === 0 && waiting.length === 0) throw refused('arrival-request.theirs-already')

  const kind = services.find(({ id }) => id === ask.asking.id)?.kind ?? 'drug-service'
  const lines = toSend.map((area) => ({
    area,
    kind: 'emergency' as const,
    receivingServiceId: ask.asking.id,
    carries: whatTravels(area, { ...sharing, recipient: { serviceId: ask.asking.id, kind } }, deed.now).carries,
    // Acknowledged in the same breath: by whoever asked, with the person before them.
    dueAt: deed.now,
    attempt: 1,
    previousId: null,
  }))
  const sent = lines.length > 0 ? await recordSendSet(deed, { episodeId, personId, requestId }, lines) : []
  if (!sent) throw new AppError('unavailable')
  return [...sent, ...waiting]
}

const isTheirs = ({ status }: Handoff) => ['sent', 'acknowledged', 'accepted', 'in-progress'].includes(status)

function changed(ask: ArrivalRequest, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { version: ask.version, status: ask.status },
      changedAt: ask.answeredAt?.toISOString() ?? null,
    },
  })
}
