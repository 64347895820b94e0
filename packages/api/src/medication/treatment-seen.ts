import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { holdGap } from '@throughcare/db/gap/gap-writing'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import type { StoredMedication, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import type { Action } from '@throughcare/domain/access/who-may'
import { AppError } from '../app-error.ts'
import { mayOn } from '../care-plan/get-part.ts'

/**
 * What is on record about the treatment of a case, if the actor may do `action` there. Read once and held: what is worked out
 * from it when the deed is done never stands over something that another deed wrote meanwhile.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export async function getMedicationFor(
  deed: Deed<Actor>,
  episodeId: string,
  action: Action,
): Promise<StoredMedication> {
  holdGap(deed, episodeId)
  const found = await findMedication(deed, episodeId)
  if (!found) throw new AppError('not-found')
  if (!mayOn(deed.actor, action, found.part)) throw new AppError('not-allowed')
  return found
}

/**
 * The treatment that the page showed, in the version that it showed.
 *
 * @throws AppError `not-found` when the case has no such treatment · `changed-meanwhile`
 */
export function getSeenTreatment(found: StoredMedication, treatmentId: string, seenVersion: number): StoredTreatment {
  const treatment = found.treatments.find((each) => each.id === treatmentId)
  if (!treatment) throw new AppError('not-found')
  if (treatment.version !== seenVersion) throw treatmentChanged(found, treatment, seenVersion)
  return treatment
}

/** The refusal that shows the treatment as it stands now, and the dose that was recorded on it last. */
export function treatmentChanged(found: StoredMedication, current: StoredTreatment, seenVersion: number): AppError {
  const last = found.doses.filter((dose) => dose.treatmentId === current.id).at(-1)
  const { dosing, regimeConfirmedBy, id, ...treatment } = current
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: {
        ...treatment,
        treatmentId: id,
        dosingServiceId: dosing?.id ?? null,
        lastEntry: last
          ? {
              kind: last.kind,
              outcome: last.outcome,
              forDay: last.forDay,
              toDay: last.toDay,
              service: last.serviceName,
            }
          : null,
      },
      changedBy: last?.recordedBy ?? regimeConfirmedBy,
      changedAt: last?.recordedAt ?? null,
    },
  })
}

/** The same after a guarded write found another version: reads what stands now. */
export async function treatmentChangedMeanwhile(
  deed: Deed<Actor>,
  episodeId: string,
  treatmentId: string,
  seenVersion: number,
): Promise<AppError> {
  const found = await findMedication(deed, episodeId)
  const current = found?.treatments.find((each) => each.id === treatmentId)
  return found && current ? treatmentChanged(found, current, seenVersion) : new AppError('not-found')
}
