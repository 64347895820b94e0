import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordNewPrescription } from '@throughcare/db/cover-plan/cover-facts-writing'
import { sqlStateOf } from '@throughcare/db/database-error'
import { findService } from '@throughcare/db/service/service-repository'
import type { RecordPrescriptionInput } from '@throughcare/domain/cover-plan/record-prescription-input'
import { invalidField, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { endClosedPlan } from './end-closed-plan.ts'

export type PrescriptionRecorded = { prescriptionId: string; isGapClosed: boolean }

/**
 * A prescription for days around the release: which days, collected where and by when. Its words are kept letter for letter.
 *
 * @throws AppError `not-found` | `not-allowed` | `invalid-input` for a place that doses nobody | `refused` with
 *   `cover-plan.prescription-overlaps`
 */
export function recordPrescription(actor: Actor, input: RecordPrescriptionInput): Promise<PrescriptionRecorded> {
  return perform(actor, 'cover-plan.record-prescription', input, async (deed) => {
    const { episodeId, requestId, ...prescription } = input
    const before = await getCoverOfCase(deed, episodeId, 'cover-plan.record-prescription')
    const service = await findService(deed, prescription.collectedAtServiceId)
    if (!service?.canDose) throw invalidField('collectedAtServiceId', 'cover-plan.collectedAtServiceId.cannot-dose')
    const overlaps = before.stored.prescriptions.some(
      (other) => other.status !== 'cancelled' && other.from <= prescription.to && prescription.from <= other.to,
    )
    if (overlaps) throw refused('cover-plan.prescription-overlaps')
    const prescriptionId = await withoutOverlap(() => recordNewPrescription(deed, episodeId, prescription))
    const isGapClosed = await endClosedPlan(deed, episodeId, before)
    await recordAudit(deed, {
      action: 'cover-plan.record-prescription',
      episodeIds: [episodeId],
      personIds: [before.found.part.personId],
      fields: Object.keys(prescription),
      requestId,
    })
    return { prescriptionId, isGapClosed }
  })
}

/** Two people who record one for the same day at the same moment: the constraint lets one through. */
async function withoutOverlap<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (sqlStateOf(error) === '23P01') throw refused('cover-plan.prescription-overlaps')
    throw error
  }
}
