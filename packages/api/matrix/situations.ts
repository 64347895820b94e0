import type { CastService } from '@throughcare/db/testing/cast'
import type { RelationOrNone } from '@throughcare/domain/access/access-codes'
import { areasOfKind } from '@throughcare/domain/access/categories-of-area'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import type { CaseToStore } from './case-to-store.ts'
import type { HandoffToStore, StoredStatus } from './stored-handoffs.ts'

/** Who else there is: the services of the standard cast, and an account that writes things down. */
export type Others = { services: Record<CastService, string>; by: string }

/** A way in which a service may stand to a case. */
export type Situation = {
  /** What the service has: the relation that WHO_MAY is asked with. */
  relation: RelationOrNone
  isFor: (kind: ServiceKind) => boolean
  /** The areas that were handed to the service and are alive there. */
  areas: (kind: ServiceKind) => readonly Area[]
  /** Those of them that it accepted or finished, where it may write; all but the last one when it is left out. */
  taken?: (kind: ServiceKind) => readonly Area[]
  tell: (serviceId: string, kind: ServiceKind, others: Others) => CaseToStore
  /** What the triggers cannot bring about at once: a part that ran out, or an emergency look. */
  afterwards?: 'ran-out' | 'glass-broken'
}

const isPrison = (kind: ServiceKind) => kind === 'prison-health'
const always = () => true
const nothing = (): Area[] => []
const YESTERDAY = new Date('2026-03-25T07:00:00Z')
const SIX_WEEKS_AGO = new Date('2026-02-10T07:00:00Z')

/** Everything that a service of this kind can be handed; for the two kinds that take nothing, what nobody would send. */
function areasOf(kind: ServiceKind): readonly [Area, ...Area[]] {
  const [first = 'omt', ...more] = areasOfKind(kind)
  return [first, ...(more.length > 0 ? more : (['housing'] as const))]
}

/** A prison that holds, or held, somebody and handed four areas over to others. */
function heldBy(prison: string, { services, by }: Others, releasedAt: Date | null, movedTo?: string): CaseToStore {
  const handoffs: HandoffToStore[] = [
    { area: 'omt', from: prison, to: services.harbour, status: 'sent' },
    { area: 'naloxone', from: prison, to: services.harbour, status: 'accepted' },
    { area: 'health', from: prison, to: services.harbour, status: 'done' },
    { area: 'housing', from: prison, to: services.haven, status: 'rejected' },
  ]
  return { prison, ...(movedTo ? { movedTo } : {}), releasedAt, handoffs, answersFor: prison, by }
}

/** Northgate let somebody go and handed these areas to the service. The last one may stand otherwise than the rest. */
function handedTo(
  to: string,
  { services, by }: Others,
  areas: readonly Area[],
  status: StoredStatus,
  last: StoredStatus = status,
): CaseToStore {
  const from = services.northgate
  const handoffs = areas.map((area, index) => ({ area, from, to, status: index < areas.length - 1 ? status : last }))
  const isTaken = status === 'accepted' || status === 'done'
  return { prison: from, releasedAt: YESTERDAY, handoffs, answersFor: isTaken ? to : from, by }
}

/**
 * The columns of the access matrix. Every kind of service stands in each that its kind can come into; what the product never
 * sends (a handoff to a prison, or to a region) is forced here, so that the rights alone must hold.
 */
export const SITUATIONS = {
  /** The prison that holds the person. */
  own: {
    relation: 'own',
    isFor: isPrison,
    areas: nothing,
    tell: (prison, _kind, others) => heldBy(prison, others, null),
  },
  /** The prison that let the person go yesterday. */
  'let-go': {
    relation: 'closing',
    isFor: isPrison,
    areas: nothing,
    tell: (prison, _kind, others) => heldBy(prison, others, YESTERDAY),
  },
  /** The prison from which the person was moved to another one, still inside. */
  'moved-on': {
    relation: 'closing',
    isFor: isPrison,
    areas: nothing,
    tell: (prison, _kind, others) => heldBy(prison, others, null, others.services.northgate),
  },
  /** The prison that let the person go six weeks ago: the envelopes of what it sent are left. */
  'long-gone': {
    relation: 'ended',
    isFor: isPrison,
    areas: nothing,
    tell: (prison, _kind, others) => heldBy(prison, others, SIX_WEEKS_AGO),
  },
  /** Asked, and has not answered. */
  offered: {
    relation: 'offered',
    isFor: always,
    areas: areasOf,
    tell: (service, kind, others) => handedTo(service, others, areasOf(kind), 'sent'),
  },
  /** Has taken all areas but one, which it was asked for later. */
  accepted: {
    relation: 'accepted',
    isFor: always,
    areas: areasOf,
    tell: (service, kind, others) => handedTo(service, others, areasOf(kind), 'accepted', 'sent'),
  },
  /** Has taken its last area only and is asked for all the others: those it reads and may not work on. */
  'accepted-one': {
    relation: 'accepted',
    isFor: (kind) => areasOfKind(kind).length > 1,
    areas: areasOf,
    taken: (kind) => areasOf(kind).slice(-1),
    tell: (service, kind, others) => ({
      ...handedTo(service, others, areasOf(kind), 'sent', 'accepted'),
      // It answers for the items of every area, so that the right alone must stop it.
      answersFor: service,
    }),
  },
  /** Has taken areas that open nothing of medicine and nothing of housing. */
  'accepted-other-areas': {
    relation: 'accepted',
    isFor: (kind) => areasOfKind(kind).includes('documents'),
    areas: () => ['documents', 'work'],
    tell: (service, _kind, others) => handedTo(service, others, ['documents', 'work'], 'accepted', 'sent'),
  },
  /** Has done what it took, less than 30 days ago, and was asked for another area. A prison is closing as `let-go` is. */
  finished: {
    relation: 'closing',
    isFor: (kind) => !isPrison(kind),
    areas: areasOf,
    tell: (service, kind, others) => handedTo(service, others, areasOf(kind), 'done', 'sent'),
  },
  /** Turned everything down: the envelopes are left. */
  'turned-down': {
    relation: 'ended',
    isFor: always,
    areas: nothing,
    tell: (service, kind, others) => handedTo(service, others, areasOf(kind), 'rejected'),
  },
  /** Has done what it took, more than 30 days ago: the envelopes are left. */
  'long-finished': {
    relation: 'ended',
    isFor: always,
    areas: nothing,
    tell: (service, kind, others) => handedTo(service, others, areasOf(kind), 'done'),
    afterwards: 'ran-out',
  },
  /** An emergency look: nothing may be done with it until it is built. */
  'glass-broken': {
    relation: 'break-glass',
    isFor: always,
    areas: nothing,
    tell: (_service, _kind, others) => heldBy(others.services.northgate, others, null),
    afterwards: 'glass-broken',
  },
  /** Has no part in the case. */
  stranger: {
    relation: 'none',
    isFor: always,
    areas: nothing,
    tell: (_service, _kind, others) => heldBy(others.services.northgate, others, null),
  },
} as const satisfies Record<string, Situation>

export type SituationName = keyof typeof SITUATIONS
export const SITUATION_NAMES = Object.keys(SITUATIONS) as readonly SituationName[]
