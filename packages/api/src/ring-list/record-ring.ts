import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { recordContactAttempt } from '@throughcare/db/contact/contact-repository'
import { findDoseAlerts } from '@throughcare/db/dose-alert/dose-alert-repository'
import { findHandoff } from '@throughcare/db/handoff/handoff-repository'
import { recordRingCall } from '@throughcare/db/ring-list/ring-list-repository'
import type { Area } from '@throughcare/domain/checklist/areas'
import { CONTACT_OF_RING } from '@throughcare/domain/ring-list/ring-calls'
import type { RecordRingInput } from '@throughcare/domain/ring-list/ring-list-inputs'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type RingRecorded = { at: string }

/**
 * A call was made: one press, and the record follows. To the person it is a contact like any other; about them, to a service or a
 * prescriber, it keeps the next colleague from ringing again within the hour.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function recordRing(actor: Actor, input: RecordRingInput): Promise<RingRecorded> {
  return perform(actor, 'ring-list.record', input, async (deed) => {
    const { about, episodeId, subjectId, outcome, requestId } = input
    const part = await getPart(deed, episodeId, 'ring-list.record')
    if (about === 'person') await recordCall(deed, input)
    else {
      const area = await getSubjectArea(deed, about, input)
      if (!part.writes.includes(area)) throw new AppError('not-allowed')
      await recordRingCall(deed, { episodeId, area, about, subjectId, outcome })
    }
    await recordAudit(deed, {
      action: 'ring-list.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: [about, outcome],
      requestId,
    })
    return { at: deed.now.toISOString() }
  })
}

async function recordCall(deed: Deed<Actor>, { episodeId, subjectId, outcome, requestId }: RecordRingInput) {
  if (subjectId !== episodeId) throw new AppError('not-found')
  const contact = { episodeId, channel: 'phone', outcome: CONTACT_OF_RING[outcome], at: deed.now, note: null } as const
  await recordContactAttempt(deed, contact)
  if (outcome === 'spoke')
    await finishItems(deed, episodeId, ['support-first-contact', 'not-arrived-ring-person'], requestId)
}

/** The area of what the call was about, if it is of this case and open to the service. */
async function getSubjectArea(
  deed: Deed<Actor>,
  about: 'acknowledge' | 'dose',
  { episodeId, subjectId }: RecordRingInput,
): Promise<Area> {
  if (about === 'dose') {
    if (!(await findDoseAlerts(deed, episodeId)).some(({ id }) => id === subjectId)) throw new AppError('not-found')
    return 'omt'
  }
  const handoff = await findHandoff(deed, subjectId)
  if (!handoff || handoff.episodeId !== episodeId || handoff.side !== 'sending') throw new AppError('not-found')
  return handoff.area
}
