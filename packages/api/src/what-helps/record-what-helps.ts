import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findRounds, recordRound } from '@throughcare/db/what-helps/what-helps-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordWhatHelpsInput } from '@throughcare/domain/what-helps/record-what-helps-input'
import type { Setting } from '@throughcare/domain/what-helps/what-helps-codes'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { getRelease } from '../outcome/get-release.ts'
import { perform } from '../perform.ts'
import { settingOf } from './get-what-helps.ts'

export type WhatHelpsRecorded = { version: number; setting: Setting }

/**
 * One asking, labelled with where it was asked: what is said inside is asked again outside. Earlier rounds stay.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a day that has not come
 */
export function recordWhatHelps(actor: Actor, input: RecordWhatHelpsInput): Promise<WhatHelpsRecorded> {
  return perform(actor, 'what-helps.record', input, async (deed) => {
    const { episodeId, requestId, seenVersion, ...said } = input
    const part = await getPart(deed, episodeId, 'what-helps.record', 'health')
    const { clock } = await getRelease(deed, episodeId)
    if (said.askedOn > plainDateIn(deed.now, getZone(actor.serviceTimeZone)))
      throw invalidField('askedOn', 'what-helps.askedOn.in-the-future')
    const setting = settingOf(clock.kind)
    if (!(await recordRound(deed, episodeId, seenVersion, { ...said, setting }))) {
      const [current] = await findRounds(deed, episodeId)
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: current ?? null,
          changedBy: current?.recordedBy ?? null,
          changedAt: current?.recordedAt ?? null,
        },
      })
    }
    await recordAudit(deed, {
      action: 'what-helps.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(said),
      requestId,
    })
    return { version: (seenVersion ?? 0) + 1, setting }
  })
}
