import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import {
  recordNewTreatment,
  recordTreatmentChange,
  type TreatmentToRecord,
} from '@throughcare/db/medication/medication-writing'
import type { StoredMedication } from '@throughcare/db/medication/stored-medication'
import { findService } from '@throughcare/db/service/service-repository'
import type { RecordTreatmentInput } from '@throughcare/domain/medication/record-treatment-input'
import { invalidField, refused } from '../app-error.ts'
import { growPlan, type PlanGrowth } from '../care-plan/grow-plan.ts'
import { perform } from '../perform.ts'
import { getMedicationFor, getSeenTreatment, treatmentChangedMeanwhile } from './treatment-seen.ts'

export type TreatmentRecorded = { treatmentId: string; version: number; growth: PlanGrowth }

/**
 * A medicine as prescribed, typed or changed. The prescriber's words are kept letter for letter and read by nobody but
 * people. One treatment at a time: another medicine begins when the one before it has ended.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `invalid-input` | `refused` with `treatment.overlaps`
 *   or `treatment.has-doses`
 */
export function recordTreatment(actor: Actor, input: RecordTreatmentInput): Promise<TreatmentRecorded> {
  return perform(actor, 'medication.record-treatment', input, async (deed) => {
    const { episodeId, treatmentId, seenVersion, requestId, ...treatment } = input
    const found = await getMedicationFor(deed, episodeId, 'medication.record-treatment')
    await checkDosingService(deed, treatment.dosingServiceId)
    if (overlapsAnother(found, treatmentId, treatment)) throw refused('treatment.overlaps')

    const recorded = await withoutOverlap(() =>
      treatmentId === null
        ? recordFirst(deed, episodeId, treatment)
        : recordOver(deed, found, { episodeId, treatmentId, seenVersion }, treatment),
    )
    if (treatment.dosingServiceId) await finishItems(deed, episodeId, ['omt-name-dosing-point'], requestId)
    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'medication.record-treatment',
      episodeIds: [episodeId],
      personIds: [found.part.personId],
      fields: Object.keys(treatment),
      requestId,
    })
    return { ...recorded, growth }
  })
}

async function recordFirst(deed: Deed<Actor>, episodeId: string, treatment: TreatmentToRecord) {
  return { treatmentId: await recordNewTreatment(deed, episodeId, treatment), version: 0 }
}

async function recordOver(
  deed: Deed<Actor>,
  found: StoredMedication,
  seen: { episodeId: string; treatmentId: string; seenVersion: number },
  treatment: TreatmentToRecord,
) {
  const { episodeId, treatmentId, seenVersion } = seen
  const current = getSeenTreatment(found, treatmentId, seenVersion)
  const hasDoses = found.doses.some((dose) => dose.treatmentId === treatmentId)
  // What was given was given of the medicine that stood there: another medicine is another treatment.
  if (hasDoses && current.medicine !== treatment.medicine) throw refused('treatment.has-doses')
  if (!(await recordTreatmentChange(deed, { episodeId, treatmentId, version: seenVersion }, treatment)))
    throw await treatmentChangedMeanwhile(deed, episodeId, treatmentId, seenVersion)
  return { treatmentId, version: seenVersion + 1 }
}

async function checkDosingService(deed: Deed<Actor>, serviceId: string | null): Promise<void> {
  if (serviceId === null) return
  const service = await findService(deed, serviceId)
  if (!service?.canDose) throw invalidField('dosingServiceId', 'treatment.dosingServiceId.cannot-dose')
}

/** An unknown first or last day reaches as far as one can think, as the database's constraint has it. */
function overlapsAnother(
  found: StoredMedication,
  treatmentId: string | null,
  { startedOn, endedOn }: TreatmentToRecord,
): boolean {
  return found.treatments.some(
    (other) =>
      other.id !== treatmentId &&
      (startedOn === null || other.endedOn === null || startedOn < other.endedOn) &&
      (endedOn === null || other.startedOn === null || other.startedOn < endedOn),
  )
}

/** Two people who record a treatment at the same moment: the constraint lets one through. */
async function withoutOverlap<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (sqlStateOf(error) === '23P01') throw refused('treatment.overlaps')
    throw error
  }
}
