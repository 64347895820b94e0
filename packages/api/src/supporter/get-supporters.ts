import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findContactSafety, type StoredContactSafety } from '@throughcare/db/person/contact-safety-repository'
import {
  findSupporterConsents,
  findSupporters,
  type StoredSupporter,
} from '@throughcare/db/supporter/supporter-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { decideTelling, type Telling } from '@throughcare/domain/supporter/decide-telling'
import type { SupportersOfCaseInput } from '@throughcare/domain/supporter/record-supporter-input'
import { getPart, mayOn } from '../care-plan/get-part.ts'

export type SupportersView = {
  episodeId: string
  /** Each with what may be told to them today, and until when; null: nothing, whatever is ticked (rule CON-5). */
  supporters: (StoredSupporter & { telling: Telling | null })[]
  /** What holds for everything that is sent to or said about the person. */
  contactSafety: StoredContactSafety | null
  today: PlainDate
  may: { record: boolean; recordSafety: boolean }
}

/**
 * Who stands by the person, and what each may be told.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getSupporters(actor: Actor, { episodeId }: SupportersOfCaseInput): Promise<SupportersView> {
  return asActor(actor, async (deed) => {
    const part = await getPart(deed, episodeId, 'supporter.by-episode', 'support')
    const supporters = await findSupporters(deed, episodeId)
    const consents = await findSupporterConsents(deed, episodeId)
    const contactSafety = await findContactSafety(deed, episodeId)
    await recordAudit(deed, { action: 'supporter.by-episode', episodeIds: [episodeId], personIds: [part.personId] })
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    return {
      episodeId,
      supporters: supporters.map((one) => ({
        ...one,
        telling: decideTelling(one, consents.get(one.id) ?? [], { now: deed.now, today }),
      })),
      contactSafety,
      today,
      may: {
        record: mayOn(actor, 'supporter.record', part),
        recordSafety: mayOn(actor, 'person.record-contact-safety', part),
      },
    }
  })
}
