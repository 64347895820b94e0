import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findPack, recordPackStatement } from '@throughcare/db/minimum-pack/pack-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { PackCompleteness } from '@throughcare/domain/minimum-pack/pack-completeness'
import type { RecordPackInput } from '@throughcare/domain/minimum-pack/record-pack-input'
import { AppError, invalidField } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { perform } from '../perform.ts'
import { packView } from './pack-view.ts'

export type PackRecorded = { version: number; pack: PackCompleteness }

/**
 * Keeps which letter there is, who prescribes outside and which number the person carries. What went before stays.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` for a letter dated ahead
 */
export function recordPack(actor: Actor, input: RecordPackInput): Promise<PackRecorded> {
  return perform(actor, 'minimum-pack.record', input, async (deed) => {
    const { episodeId, requestId, seenVersion, ...statement } = input
    const part = await getPart(deed, episodeId, 'minimum-pack.record')
    const today = plainDateIn(deed.now, getZone(actor.serviceTimeZone))
    if (statement.letterOn !== null && statement.letterOn > today)
      throw invalidField('letterOn', 'minimum-pack.letterOn.in-the-future')
    if (!(await recordPackStatement(deed, episodeId, seenVersion, statement))) {
      const current = await findPack(deed, episodeId)
      if (!current) throw new AppError('not-found')
      const { version, letterOn, prescriber, prescriberPhone, phone } = current
      throw new AppError('changed-meanwhile', {
        details: {
          seen: { version: seenVersion },
          current: { version, letterOn, prescriber, prescriberPhone, phone },
        },
      })
    }
    const stored = await findPack(deed, episodeId)
    if (!stored) throw new AppError('not-found')
    await recordAudit(deed, {
      action: 'minimum-pack.record',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: Object.keys(statement),
      requestId,
    })
    return { version: stored.version ?? 1, pack: packView(stored).pack }
  })
}
