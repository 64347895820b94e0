import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPersonToAnswer, recordDataRequest } from '@throughcare/db/data-request/data-request-repository'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordDataRequestInput } from '@throughcare/domain/data-request/data-request-inputs'
import { answerDue } from '@throughcare/domain/data-request/decide-data-request'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'

export type DataRequestRecorded = { dataRequestId: string; dueOn: PlainDate }

/**
 * Writes down what a person asks about what is written of them, and by when they are answered.
 *
 * @throws AppError `not-found` | `invalid-input` for a day that is still to come
 */
export function recordNewDataRequest(actor: Actor, input: RecordDataRequestInput): Promise<DataRequestRecorded> {
  return perform(actor, 'data-request.record', input, async (deed) => {
    const { requestId, ...asked } = input
    const personId = await findPersonToAnswer(deed, asked.episodeId)
    if (!personId) throw new AppError('not-found')
    if (asked.askedOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('askedOn', 'data-request.askedOn.future')
    const dueOn = answerDue(asked.askedOn)
    const dataRequestId = await recordDataRequest(deed, { ...asked, personId, dueOn })
    await recordAudit(deed, {
      action: 'data-request.record',
      personIds: [personId],
      episodeIds: [asked.episodeId],
      fields: ['kind', 'words'],
      requestId,
    })
    return { dataRequestId, dueOn }
  })
}
