import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordBack } from '@throughcare/db/court-day/court-day-repository'
import { findPack } from '@throughcare/db/minimum-pack/pack-repository'
import type { BackFromCourtInput } from '@throughcare/domain/court-day/court-day-inputs'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'

export type BackFromCourt = { courtDayId: string; version: number }

/**
 * Back means untick: the going stays on record, with when the person was back.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` when somebody else unticked it first
 */
export function backFromCourt(actor: Actor, input: BackFromCourtInput): Promise<BackFromCourt> {
  return perform(actor, 'court-day.tick', input, async (deed) => {
    const { episodeId, requestId, courtDayId, seenVersion } = input
    const part = await getPart(deed, episodeId, 'court-day.tick')
    if (!(await recordBack(deed, { id: courtDayId, episodeId, version: seenVersion })))
      throw new AppError('changed-meanwhile', {
        details: { seen: { version: seenVersion }, current: (await findPack(deed, episodeId))?.atCourt ?? null },
      })
    await recordAudit(deed, {
      action: 'court-day.tick',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['backAt'],
      requestId,
    })
    return { courtDayId, version: seenVersion + 1 }
  })
}
