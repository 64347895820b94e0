import type { Actor } from '@throughcare/db/actor'
import { findCustodyGround } from '@throughcare/db/circumstance/custody-ground'
import { newId } from '@throughcare/db/uuid'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { AREA_OF_KEPT } from '@throughcare/domain/kept-date/kept-codes'
import { keptUntilByRule } from '@throughcare/domain/kept-date/kept-until'
import type { RecordKeptDateInput } from '@throughcare/domain/kept-date/record-kept-date-input'
import { AppError, invalidField } from '../app-error.ts'
import { type CircumstanceRecorded, recordCircumstance } from '../circumstance/record-circumstance.ts'
import { perform } from '../perform.ts'

/**
 * Keeps until when a home, a benefit or a job is kept, and the letter that keeps it. A day that is the one a rule of the
 * country gives is marked as the rule's, so that nobody reads it as a promise.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a letter sent on a day to come
 */
export function recordKeptDate(actor: Actor, input: RecordKeptDateInput): Promise<CircumstanceRecorded> {
  return perform(actor, 'kept-date.record', input, async (deed) => {
    const { episodeId, requestId, keptDateId, seenVersion, ...says } = input
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    if ((says.letterSentOn ?? today) > today) throw invalidField('letterSentOn', 'kept-date.letterSentOn.in-the-future')
    const ground = await findCustodyGround(deed, episodeId)
    if (!ground) throw new AppError('not-found')
    const byRule = keptUntilByRule(says.kind, ground.releaseCountry ?? actor.serviceCountry, ground.admittedOn)
    const area = AREA_OF_KEPT[says.kind]
    return recordCircumstance(deed, 'kept-date.record', {
      table: 'kept_date',
      episodeId,
      requestId,
      key: keptDateId ?? newId(),
      keyedBy: 'id',
      isKnown: keptDateId !== null,
      seenVersion,
      category: area,
      categoryIn: 'area',
      says: { ...says, area, untilSource: says.until === null ? null : says.until === byRule ? 'rule' : 'stated' },
    })
  })
}
