import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findSupporters,
  recordNewSupporter,
  recordSupporterChange,
  type StoredSupporter,
} from '@throughcare/db/supporter/supporter-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordSupporterInput } from '@throughcare/domain/supporter/record-supporter-input'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { growPlan } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'

export type SupporterRecorded = { supporterId: string; version: number }

/**
 * Somebody who stands by the person, with what the person agreed to. Taken off the list, they are shown to nobody from that
 * moment.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day that has not come
 */
export function recordSupporter(actor: Actor, input: RecordSupporterInput): Promise<SupporterRecorded> {
  return perform(actor, 'supporter.record', input, async (deed) => {
    const { episodeId, supporterId, requestId, seenVersion, isWithdrawn, ...said } = input
    const part = await getPart(deed, episodeId, 'supporter.record', 'support')
    if (said.consentOn !== null && said.consentOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('consentOn', 'supporter.consentOn.in-the-future')
    const supporters = await findSupporters(deed, episodeId)
    const current = supporters.find(({ id }) => id === supporterId)
    if (supporterId !== null && !current) throw new AppError('not-found')
    // Two people who are told the same name on two screens: the second is shown the first one's entry.
    const twin = supporterId === null && supporters.find(({ name }) => name.toLowerCase() === said.name.toLowerCase())
    if (twin && seenVersion < supporters.length) throw changedMeanwhile(twin, seenVersion)

    const recorded =
      supporterId === null
        ? { supporterId: await recordNewSupporter(deed, episodeId, said), version: 0 }
        : { supporterId, version: seenVersion + 1 }
    const seen = { episodeId, supporterId: recorded.supporterId, version: seenVersion }
    if (current && !(await recordSupporterChange(deed, seen, { ...said, isWithdrawn })))
      throw changedMeanwhile(current, seenVersion)
    await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'supporter.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(said),
      requestId,
    })
    return recorded
  })
}

/** The refusal that shows the supporter as they stand now. */
function changedMeanwhile({ recordedAt, recordedBy, ...current }: StoredSupporter, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: { seen: { version: seenVersion }, current, changedBy: recordedBy, changedAt: recordedAt },
  })
}
