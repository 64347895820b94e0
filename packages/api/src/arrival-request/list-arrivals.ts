import type { Actor } from '@throughcare/db/actor'
import {
  type ArrivalRequest,
  type AskablePrison,
  findArrivalRequests,
  findAskablePrisons,
} from '@throughcare/db/arrival-request/arrival-request-repository'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findReceiverServices } from '@throughcare/db/handoff/receiver-repository'
import { type PersonHit, searchPersons } from '@throughcare/db/person/search-repository'
import { mayDo, mayEver } from '@throughcare/domain/access/who-may'
import type { ListArrivalsInput } from '@throughcare/domain/arrival-request/arrival-request-inputs'
import { askableAreas } from '@throughcare/domain/arrival-request/askable-areas'
import type { Area } from '@throughcare/domain/checklist/areas'
import { likelySamePerson, PERSON_LIKENESSES, type PersonLikeness } from '@throughcare/domain/person/likely-same-person'
import { nameKeys } from '@throughcare/domain/person/name-key'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { type FoundPerson, foundPerson } from '../person/found-person.ts'

/** An ask, with what the reader may do about it. Instants are ISO 8601 in UTC. */
export type ShownArrival = Omit<ArrivalRequest, 'askedAt' | 'dueAt' | 'answeredAt'> & {
  askedAt: string
  dueAt: string
  answeredAt: string | null
  isLate: boolean
  /** For the prison that opened it and has not answered: who among its own persons may be meant. */
  candidates: (FoundPerson & { likeness: PersonLikeness })[]
}

export type Arrivals = {
  side: 'asking' | 'prison'
  now: string
  /** The newest first. */
  asks: ShownArrival[]
  /** Whom to ask, and what for; empty for whoever asks nobody. */
  prisons: AskablePrison[]
  areas: Area[]
  may: { ask: boolean; answer: boolean }
}

/** How many of each kind are compared; beyond it a name is so common that only birth tells. */
const COMPARED_AT_MOST = 200

/** The asks for somebody at a desk: of one's own service, or to one's own prison with those whom it knows by such a name. */
export function listArrivals(actor: Actor, { openedId }: ListArrivalsInput): Promise<Arrivals> {
  return asActor(actor, async (deed) => {
    const kind = actor.serviceKind as ServiceKind
    const side = kind === 'prison-health' ? 'prison' : 'asking'
    const may = {
      ask: mayEver(actor.role, kind, 'arrival-request.ask'),
      answer: mayEver(actor.role, kind, 'arrival-request.answer'),
    }
    const asks: ShownArrival[] = []
    for (const ask of await findArrivalRequests(deed, { side }))
      asks.push(shown(ask, deed.now, may.answer && isOpened(ask, openedId) ? await candidatesFor(deed, ask) : []))
    const own = may.ask ? (await findReceiverServices(deed)).find(({ id }) => id === actor.serviceId) : undefined
    const candidates = asks.flatMap((ask) => ask.candidates)
    await recordAudit(deed, {
      action: 'arrival-request.list',
      episodeIds: candidates.map(({ episodeId }) => episodeId),
      personIds: candidates.map(({ personId }) => personId),
    })
    return {
      side,
      now: deed.now.toISOString(),
      asks,
      prisons: may.ask ? await findAskablePrisons(deed) : [],
      areas: askableAreas(own?.receives),
      may,
    }
  })
}

const isOpened = ({ id, status }: ArrivalRequest, openedId: string | null) => status === 'asked' && id === openedId

/** Who of the prison's own persons may be meant, the surest first. Only those whose case it may hand over. */
async function candidatesFor(deed: Deed<Actor>, ask: ArrivalRequest): Promise<ShownArrival['candidates']> {
  const { role, serviceKind } = deed.actor
  const keys = nameKeys(`${ask.familyName} ${ask.givenNames}`.trim())
  const byBirth = await searchPersons(deed, { numberKey: '', born: ask.dateOfBirth, nameKeys: [] }, COMPARED_AT_MOST)
  const byName = await searchPersons(deed, { numberKey: '', born: null, nameKeys: keys }, COMPARED_AT_MOST)
  const asked = { ...ask, otherNames: [], numbers: [] }
  return [...new Map([...byBirth, ...byName].map((hit) => [hit.personId, hit])).values()]
    .filter((hit) => mayDo(role, 'arrival-request.answer', hit.relation, serviceKind as ServiceKind))
    .flatMap((hit) => likeness(asked, hit))
    .toSorted((one, other) => PERSON_LIKENESSES.indexOf(one.likeness) - PERSON_LIKENESSES.indexOf(other.likeness))
}

function likeness(asked: Parameters<typeof likelySamePerson>[0], hit: PersonHit): ShownArrival['candidates'] {
  const likely = likelySamePerson(asked, { ...hit, numbers: [] })
  return likely === null ? [] : [{ ...foundPerson(hit), likeness: likely }]
}

function shown(ask: ArrivalRequest, now: Date, candidates: ShownArrival['candidates']): ShownArrival {
  return {
    ...ask,
    askedAt: ask.askedAt.toISOString(),
    dueAt: ask.dueAt.toISOString(),
    answeredAt: ask.answeredAt?.toISOString() ?? null,
    isLate: ask.status === 'asked' && ask.dueAt <= now,
    candidates,
  }
}
