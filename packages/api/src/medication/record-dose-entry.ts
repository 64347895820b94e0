import type { Actor } from '@throughcare/db/actor'
import { type Deed, soon } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { finishItems } from '@throughcare/db/checklist/item-repository'
import { reopenItems } from '@throughcare/db/checklist/reopen-items'
import { type DoseToRecord, recordDose } from '@throughcare/db/medication/medication-writing'
import type { StoredDose, StoredMedication, StoredTreatment } from '@throughcare/db/medication/stored-medication'
import { newId } from '@throughcare/db/uuid'
import type { Action } from '@throughcare/domain/access/who-may'
import { doesCover } from '@throughcare/domain/medication/dose-outcomes'
import type { DoseEntry } from '@throughcare/domain/medication/medication-history'
import { standingDoses } from '@throughcare/domain/medication/standing-doses'
import { type DoubleDoseWarning, findElsewhere, raiseDoubleDose } from '../dose-list/raise-double-dose.ts'
import { sideOf } from './get-medication.ts'
import { type DosingPlaces, medicationOfCase } from './medication-of-case.ts'
import { rememberMedication } from './read-medication.ts'
import { treatmentChangedMeanwhile } from './treatment-seen.ts'

/** What an entry about a dose brought about. */
export type DoseRecorded = {
  /** The entry. */
  doseId: string
  /** The treatment's new version. */
  version: number
  /** The prison recorded it after the release. */
  lateEntry: boolean
  /** Another service recorded a dose for the same day: ring them now. Null where none did. */
  doubleDose: DoubleDoseWarning | null
}

type Press = {
  action: Action
  requestId: string
  treatment: Pick<StoredTreatment, 'id' | 'version'>
  /** Where they were asked for already. */
  places?: DosingPlaces
}

/** The item that the first dose outside finishes, and that opens again when no such dose is left. */
const FIRST_DOSE_ITEM = ['omt-first-dose'] as const

/**
 * Adds an entry about a dose over the version of the treatment that was seen, and does what follows from it: the item of the
 * first dose outside, the emergency call to another service that dosed the same day, the trail. Both entries stay.
 *
 * @throws AppError `changed-meanwhile` when another version stands now.
 */
export async function recordDoseEntry(
  deed: Deed<Actor>,
  found: StoredMedication,
  { action, requestId, treatment, places }: Press,
  entry: DoseToRecord,
): Promise<DoseRecorded> {
  const { episodeId } = entry
  const seen = { episodeId, treatmentId: treatment.id, version: treatment.version }
  const recorded = { ...entry, id: newId(), serviceId: deed.actor.serviceId, recordedAt: deed.now }
  const after = withDose(deed, found, recorded)
  // One flush: what is read beside it does not depend on whether it was written.
  const [isWritten, of, elsewhere] = await Promise.all([
    recordDose(deed, recorded.id, seen, entry),
    medicationOfCase(deed, after, places),
    findElsewhere(deed, episodeId, entry),
  ])
  if (!isWritten) throw await treatmentChangedMeanwhile(deed, episodeId, treatment.id, treatment.version)
  rememberMedication(deed, episodeId, { found: after, of })
  if (sideOf(deed.actor) === 'community') await followFirstDose(deed, found, of.history.doses, recorded, requestId)
  const doubleDose = await raiseDoubleDose(deed, { episodeId, found: after, of, entry: recorded, elsewhere })
  await recordAudit(deed, {
    action,
    episodeIds: [episodeId],
    personIds: [found.part.personId],
    fields: ['dose'],
    requestId,
  })
  return { doseId: recorded.id, version: treatment.version + 1, lateEntry: entry.lateEntry, doubleDose }
}

/** The case as it is stored now: what was read before, with the new entry in it. */
function withDose(
  { actor }: Deed<Actor>,
  found: StoredMedication,
  { givenAt, recordedAt, ...entry }: DoseEntry & DoseToRecord,
): StoredMedication {
  const dose: StoredDose = {
    ...entry,
    givenAt: givenAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    recordedBy: actor.displayName,
    serviceName: actor.serviceName,
  }
  return { ...found, doses: [...found.doses, dose] }
}

/** A first dose outside finishes its item; when it is corrected away and none is left, the item is open again (F10). */
async function followFirstDose(
  deed: Deed<Actor>,
  { custody, doses: before }: StoredMedication,
  doses: readonly DoseEntry[],
  { episodeId, ...recorded }: DoseEntry & { episodeId: string },
  requestId: string,
): Promise<void> {
  if (doesCover(recorded.outcome)) return soon(deed, finishItems(deed, episodeId, FIRST_DOSE_ITEM, requestId))
  const outAt = custody.releasedAt ?? custody.seenOutsideAt
  if (recorded.correctsDoseId === null || outAt === null) return
  const late = new Set(before.filter((dose) => dose.lateEntry).map((dose) => dose.id))
  const isLeft = standingDoses(doses).some(
    ({ entry }) => doesCover(entry.outcome) && entry.recordedAt >= new Date(outAt) && !late.has(entry.id),
  )
  if (!isLeft) await reopenItems(deed, episodeId, FIRST_DOSE_ITEM, requestId)
}
