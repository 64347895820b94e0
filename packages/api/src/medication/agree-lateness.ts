import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordAgreedLateness } from '@throughcare/db/medication/agreed-lateness-writing'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { findService } from '@throughcare/db/service/service-repository'
import type { AgreeLatenessInput } from '@throughcare/domain/medication/agree-lateness-input'
import { AppError, invalidField } from '../app-error.ts'
import { perform } from '../perform.ts'
import { sideOf } from './get-medication.ts'
import { getMedicationFor } from './treatment-seen.ts'

export type LatenessAgreed = { version: number }

/**
 * "Agreed until": up to when the dosing point waits for this person. The place says it for itself, the prison for any place that doses.
 *
 * @throws AppError `not-found` | `not-allowed`, for another community service too | `changed-meanwhile` | `invalid-input` for a place that
 *   doses nobody, and for taking back what was never agreed
 */
export function agreeLateness(actor: Actor, input: AgreeLatenessInput): Promise<LatenessAgreed> {
  return perform(actor, 'medication.agree-lateness', input, async (deed) => {
    const { episodeId, dosingServiceId, seenVersion, until, requestId } = input
    const found = await getMedicationFor(deed, episodeId, 'medication.agree-lateness')
    if (sideOf(actor) === 'community' && dosingServiceId !== actor.serviceId) throw new AppError('not-allowed')
    if (sideOf(actor) === 'prison' && !(await findService(deed, dosingServiceId))?.canDose)
      throw invalidField('dosingServiceId', 'treatment.dosingServiceId.cannot-dose')

    // Whoever takes back what somebody has agreed on meanwhile is told of that instead.
    const standing = standingAt(found, dosingServiceId)
    if (until === null && !standing?.until && (standing?.version ?? 0) === seenVersion)
      throw invalidField('until', 'treatment.until.nothing-agreed')
    if (!(await recordAgreedLateness(deed, { episodeId, dosingServiceId, version: seenVersion }, until)))
      throw latenessChanged(await findMedication(deed, episodeId), input)
    await recordAudit(deed, {
      action: 'medication.agree-lateness',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: ['until'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}

/** What was last said of this place. */
function standingAt(found: StoredMedication | null, dosingServiceId: string) {
  return found?.agreedLateness.find((each) => each.dosingServiceId === dosingServiceId)
}

function latenessChanged(
  found: StoredMedication | null,
  { dosingServiceId, seenVersion }: AgreeLatenessInput,
): AppError {
  const current = standingAt(found, dosingServiceId)
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { until: current?.until ?? null, version: current?.version ?? 0 },
      changedBy: current?.recordedBy ?? null,
      changedAt: current?.recordedAt ?? null,
    },
  })
}
