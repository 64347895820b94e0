import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findConsents,
  findOverrides,
  findSharedHandoffs,
  type SharedHandoff,
  type StoredConsent,
  type StoredOverride,
} from '@throughcare/db/consent/consent-repository'
import { findSharing } from '@throughcare/db/consent/sharing-facts'
import { findObjections, type StoredObjection } from '@throughcare/db/objection/objection-repository'
import { findSupporters } from '@throughcare/db/supporter/supporter-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ConsentStanding } from '@throughcare/domain/consent/consent-codes'
import type { SharingOfCaseInput } from '@throughcare/domain/consent/consent-inputs'
import {
  decideSharing,
  NOTHING_SAID,
  type SharedCategory,
  type Sharing,
  standingOf,
} from '@throughcare/domain/consent/decide-sharing'
import { type LawfulBasis, lawfulBasis } from '@throughcare/domain/consent/lawful-bases'
import { isObjectionOverdue } from '@throughcare/domain/objection/objection-due'
import { endsSoon } from '@throughcare/domain/supporter/decide-telling'
import { getPart, mayOn } from '../care-plan/get-part.ts'
import { findRecipients } from './find-recipients.ts'

/** What travels with one handoff today, each with what it rests on. `law` null: nobody has stated it for that country. */
export type TravelsToday = {
  handoff: SharedHandoff
  travels: (SharedCategory & { law: LawfulBasis | null })[]
  supporters: Sharing['supporters']
}

export type SharingView = {
  episodeId: string
  today: PlainDate
  timeZone: string
  /** `endsSoon`: it holds, and within two weeks it does not (rule CON-5). */
  consents: (StoredConsent & { standing: ConsentStanding; endsSoon: boolean })[]
  overrides: (StoredOverride & { isOver: boolean })[]
  objections: (StoredObjection & { isOverdue: boolean })[]
  travels: TravelsToday[]
  /** Whom a consent can name, where the actor may write one. */
  services: { id: string; name: string }[]
  supporters: { id: string; name: string }[]
  may: { record: boolean; withdraw: boolean; override: boolean; object: boolean; decide: boolean }
}

/**
 * What a person agreed to have shared, refused, took back and objected to, and what would travel to whom today. To whoever may
 * not read what there is, the lists are empty, as where there is nothing.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getSharing(actor: Actor, { episodeId }: SharingOfCaseInput): Promise<SharingView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'consent.by-episode')
    const consents = await findConsents(deed, episodeId)
    const overrides = await findOverrides(deed, episodeId)
    const objections = await findObjections(deed, episodeId)
    const travels = await travelsToday(deed, episodeId)
    const mayRecord = mayOn(actor, 'consent.record', part)
    const services = mayRecord ? await findRecipients(deed) : []
    const supporters = mayRecord ? await findSupporters(deed, episodeId) : []
    await recordAudit(deed, { action: 'consent.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    const zone = getZone(actor.serviceTimeZone)
    const today = plainDateIn(deed.now, zone)
    return {
      episodeId,
      today,
      timeZone: zone,
      consents: consents.map((one) => {
        const standing = standingOf(one, deed.now)
        return { ...one, standing, endsSoon: standing === 'live' && endsSoon(one.toOn, today) }
      }),
      overrides: overrides.map((one) => ({ ...one, isOver: one.endedAt !== null || new Date(one.until) <= deed.now })),
      objections: objections.map((one) => ({
        ...one,
        isOverdue: isObjectionOverdue({ dueAt: new Date(one.dueAt), decision: one.decision }, deed.now),
      })),
      travels,
      services: services.map(({ id, name }) => ({ id, name })),
      supporters: supporters.map(({ id, name }) => ({ id, name })),
      may: {
        record: mayRecord,
        withdraw: mayOn(actor, 'consent.withdraw', part),
        override: mayOn(actor, 'consent.override', part),
        object: mayOn(actor, 'objection.record', part),
        decide: mayOn(actor, 'objection.decide', part),
      },
    }
  })
}

async function travelsToday(deed: Deed<Actor>, episodeId: string): Promise<TravelsToday[]> {
  const { actor, now } = deed
  const closed: readonly Category[] = closedCategories(actor)
  const handoffs = await findSharedHandoffs(deed, episodeId)
  const found: TravelsToday[] = []
  for (const handoff of handoffs) {
    const recipient = { serviceId: handoff.service.id, kind: handoff.service.kind }
    const facts = (await findSharing(deed, episodeId, handoff.service.id)) ?? { ...NOTHING_SAID, recipient }
    const { travels, supporters } = decideSharing(facts, [handoff.area], now)
    found.push({
      handoff,
      travels: travels
        .filter(({ category }) => !closed.includes(category))
        .map((one) => ({ ...one, law: lawfulBasis(handoff.service.country, one.category) })),
      supporters,
    })
  }
  return found
}
