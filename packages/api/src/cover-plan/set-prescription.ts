import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordPrescriptionStatus } from '@throughcare/db/cover-plan/cover-facts-writing'
import { findCover } from '@throughcare/db/cover-plan/cover-plan-repository'
import type { StoredPrescription } from '@throughcare/db/cover-plan/stored-cover'
import type { SetPrescriptionInput } from '@throughcare/domain/cover-plan/set-prescription-input'
import { AppError, refused } from '../app-error.ts'
import { perform } from '../perform.ts'
import { getCoverOfCase } from './cover-of-case.ts'
import { endClosedPlan } from './end-closed-plan.ts'

export type PrescriptionSet = { version: number }

/**
 * What became of a prescription: collected, or cancelled. What was collected stays so.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `cover-plan.prescription-settled`
 */
export function setPrescription(actor: Actor, input: SetPrescriptionInput): Promise<PrescriptionSet> {
  return perform(actor, 'cover-plan.set-prescription', input, async (deed) => {
    const { episodeId, prescriptionId, seenVersion, status, requestId } = input
    const before = await getCoverOfCase(deed, episodeId, 'cover-plan.set-prescription')
    const seen = before.stored.prescriptions.find((each) => each.id === prescriptionId)
    if (!seen) throw new AppError('not-found')
    if (seen.version !== seenVersion) throw prescriptionChanged(seen, seenVersion)
    if (seen.status !== 'written') throw refused('cover-plan.prescription-settled')
    if (!(await recordPrescriptionStatus(deed, { episodeId, prescriptionId, version: seenVersion }, status))) {
      const now = (await findCover(deed, episodeId))?.prescriptions.find((each) => each.id === prescriptionId)
      throw now ? prescriptionChanged(now, seenVersion) : new AppError('not-found')
    }
    await endClosedPlan(deed, episodeId, before)
    await recordAudit(deed, {
      action: 'cover-plan.set-prescription',
      episodeIds: [episodeId],
      personIds: [before.found.part.personId],
      fields: ['status'],
      requestId,
    })
    return { version: seenVersion + 1 }
  })
}

function prescriptionChanged(current: StoredPrescription, seenVersion: number): AppError {
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: { status: current.status, version: current.version },
      changedBy: current.statusBy ?? current.recordedBy,
      changedAt: current.statusAt ?? current.recordedAt,
    },
  })
}
