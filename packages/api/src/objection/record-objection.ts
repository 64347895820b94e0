import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { tellSharing } from '@throughcare/db/consent/consent-repository'
import { recordObjectionSaid } from '@throughcare/db/objection/objection-repository'
import { getZone } from '@throughcare/domain/calendar/zone'
import { objectionDueAt } from '@throughcare/domain/objection/objection-due'
import type { RecordObjectionInput } from '@throughcare/domain/objection/objection-inputs'
import { invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { findRecipients } from '../consent/find-recipients.ts'
import { perform } from '../perform.ts'

/** `dueAt`: by when a clinician has decided. */
export type ObjectionRecorded = { objectionId: string; dueAt: string }

/**
 * A person objects to something that is shared for their care. A clinician is told and decides the same day; until then everything
 * is shared as it was, so that nobody goes without tonight's dose over it.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input`
 */
export function recordObjection(actor: Actor, input: RecordObjectionInput): Promise<ObjectionRecorded> {
  return perform(actor, 'objection.record', input, async (deed) => {
    const { episodeId, requestId, ...said } = input
    const part = await getPart(deed, episodeId, 'objection.record', 'health')
    const services = new Set((await findRecipients(deed)).map(({ id }) => id))
    if (!said.serviceIds.every((id) => services.has(id)))
      throw invalidField('serviceIds', 'objection.serviceIds.invalid')
    const dueAt = objectionDueAt(deed.now, getZone(actor.serviceTimeZone))
    const objectionId = await recordObjectionSaid(deed, episodeId, { ...said, dueAt })
    await tellSharing(deed, episodeId, 'objection-recorded', `objection:${objectionId}:0`)
    await recordAudit(deed, {
      action: 'objection.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      requestId,
    })
    return { objectionId, dueAt: dueAt.toISOString() }
  })
}
