import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { recordOutcomeEntry } from '@throughcare/db/outcome/outcome-repository'
import type { RecordFirstNightInput } from '@throughcare/domain/housing/record-first-night-input'
import { refused } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { getRelease } from '../outcome/get-release.ts'
import { perform } from '../perform.ts'

export type FirstNightRecorded = { outcomeId: string }

/**
 * Where the first night was spent. Said again it is another entry, and the newest counts. "Unknown" is an answer, and leaves
 * the question on the list.
 *
 * @throws AppError `not-found` | `not-allowed` | `refused` with `housing.not-out-yet`
 */
export function recordFirstNight(actor: Actor, input: RecordFirstNightInput): Promise<FirstNightRecorded> {
  return perform(actor, 'housing.record-first-night', input, async (deed) => {
    const { episodeId, firstNight, requestId } = input
    const part = await getPart(deed, episodeId, 'housing.record-first-night', 'housing')
    const { clock } = await getRelease(deed, episodeId)
    if (clock.kind === 'not-released') throw refused('housing.not-out-yet')
    const outcomeId = await recordOutcomeEntry(deed, {
      episodeId,
      kind: 'first-night',
      value: firstNight,
      at: deed.now,
    })
    if (firstNight !== 'unknown') await finishItems(deed, episodeId, ['housing-first-night-known'], requestId)
    await recordAudit(deed, {
      action: 'housing.record-first-night',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: ['firstNight'],
      requestId,
    })
    return { outcomeId }
  })
}
