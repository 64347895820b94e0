import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findHeldEpisode } from '@throughcare/db/custody-episode/custody-episode-repository'
import { findAreaHandoffs, type StandingHandoff } from '@throughcare/db/handoff/area-handoffs'
import { countOpenItems } from '@throughcare/db/handoff/handover-basis'
import { findReceiverServices, type ReceiverService } from '@throughcare/db/handoff/receiver-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import { findReleaseToUndo } from '@throughcare/db/release/release-record-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { mayDo } from '@throughcare/domain/access/who-may'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import { decideUndo } from '@throughcare/domain/release/decide-undo'
import type { ReleaseOfCaseInput } from '@throughcare/domain/release/release-of-case-input'
import { openNow } from '@throughcare/domain/release/who-is-open'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { AppError } from '../app-error.ts'

/** Whether somebody is at a service now. Instants as ISO 8601 in UTC. */
export type ShownOpening = { kind: 'open' | 'closed' | 'hours-unknown'; at: string | null }

/** One area once the person is out: who has it, whether somebody is there, and who answers for it. */
export type AreaStanding = {
  area: Area
  openItems: number
  /** The handoff that speaks for the area; null when nobody was asked, or it ended. */
  handoff: Pick<StandingHandoff, 'id' | 'status' | 'kind' | 'dueAt' | 'acknowledgedAt' | 'worker'> | null
  /** Whoever was asked. */
  service:
    | (Pick<ReceiverService, 'id' | 'name' | 'phone' | 'dutyContactName' | 'dutyContactPhone'> & {
        timeZone: string
        opening: ShownOpening
        /** Nobody signs in there: the acknowledgement has to be rung for. */
        withoutMembers: boolean
      })
    | null
  accountable: { isUs: boolean; name: string }
}

/** How a recorded release stands with those who take over. */
export type ReleaseStanding = {
  episodeId: string
  now: string
  version: number
  releasedAt: string | null
  timeZone: string
  prisonName: string
  areas: AreaStanding[]
  /** When the place where doses are taken gives the next one; null when no such place is named. */
  dosing: ShownOpening | null
  /** Null when it may be undone here; otherwise why not. */
  undo: { can: boolean; because: string | null }
}

/**
 * Who is open, who is not, and who is accountable: what the press of "Released now" answers, and what it answers an hour later.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getReleaseStanding(actor: Actor, { episodeId }: ReleaseOfCaseInput): Promise<ReleaseStanding> {
  return asActor(actor, async (deed) => {
    const episode = await findHeldEpisode(deed, episodeId)
    if (!episode) throw new AppError('not-found')
    const kind = actor.serviceKind as ServiceKind
    if (!mayDo(actor.role, 'release.standing', episode.relation, kind)) throw new AppError('not-allowed')

    const items = await countOpenItems(deed, episodeId)
    const handoffs = await findAreaHandoffs(deed, episodeId)
    const services = new Map((await findReceiverServices(deed)).map((service) => [service.id, service]))
    const medication = await findMedication(deed, episodeId)
    const dosingId = medication?.treatments.find(({ endedOn }) => endedOn === null)?.dosing?.id ?? null
    const hours = await findOpeningHours(deed, [
      ...handoffs.map(({ receivingServiceId }) => receivingServiceId),
      ...(dosingId ? [dosingId] : []),
    ])
    const dosing = dosingId ? (hours.get(dosingId) ?? null) : null
    const areas = AREAS.flatMap((area): AreaStanding[] => {
      const openItems = items.get(area) ?? 0
      const handoff = handoffs.find((each) => each.area === area && each.isStanding) ?? null
      if (!handoff && openItems === 0) return []
      const service = handoff ? (services.get(handoff.receivingServiceId) ?? null) : null
      const open = handoff ? (hours.get(handoff.receivingServiceId) ?? null) : null
      const answers = handoff ? accountableService({ ...handoff, isFallbackSuccessor: false }) : actor.serviceId
      return [
        {
          area,
          openItems,
          handoff,
          service: service &&
            open && {
              id: service.id,
              name: service.name,
              phone: service.phone,
              dutyContactName: service.dutyContactName,
              dutyContactPhone: service.dutyContactPhone,
              timeZone: open.zone,
              opening: shownOpening(openNow(open, deed.now)),
              withoutMembers: service.activeMembers === 0,
            },
          accountable: {
            isUs: answers === actor.serviceId,
            name: answers === actor.serviceId ? actor.serviceName : (service?.name ?? actor.serviceName),
          },
        },
      ]
    })
    const record = await findReleaseToUndo(deed, episodeId)
    const decision = record
      ? decideUndo({ ...record, releasedAt: episode.releasedAt, isOnRecord: record.recordId !== null })
      : null
    await recordAudit(deed, {
      action: 'release.standing',
      episodeIds: [episodeId],
      personIds: [episode.personId],
    })
    return {
      episodeId,
      now: deed.now.toISOString(),
      version: episode.version,
      releasedAt: episode.releasedAt?.toISOString() ?? null,
      timeZone: episode.timeZone,
      prisonName: actor.serviceName,
      areas,
      dosing: dosing && shownOpening(openNow(dosing, deed.now, 'dosing')),
      undo: {
        can: decision?.ok === true && mayDo(actor.role, 'release.undo', episode.relation, kind),
        because: decision && !decision.ok ? decision.refusal : null,
      },
    }
  })
}

function shownOpening(opening: ReturnType<typeof openNow>): ShownOpening {
  if (opening.kind === 'hours-unknown') return { kind: opening.kind, at: null }
  const at = opening.kind === 'open' ? opening.closesAt : opening.opensAt
  return { kind: opening.kind, at: at?.toISOString() ?? null }
}
