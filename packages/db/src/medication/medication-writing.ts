import type { PlainDate, Weekday } from '@throughcare/domain/calendar/plain-date'
import type { DoseKind, DoseOutcome, Medicine, Rhythm } from '@throughcare/domain/medication/medication-codes'
import type { Titration } from '@throughcare/domain/medication/medication-history'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A medicine as prescribed. */
export type TreatmentToRecord = {
  medicine: Medicine
  form: string | null
  prescribedText: string | null
  rhythm: Rhythm
  rhythmWeekdays: readonly Weekday[]
  dosesPerDay: number
  titration: Titration
  startedOn: PlainDate | null
  endedOn: PlainDate | null
  dosingServiceId: string | null
}

/** One entry about a dose. */
export type DoseToRecord = {
  episodeId: string
  treatmentId: string
  kind: DoseKind
  outcome: DoseOutcome
  forDay: PlainDate
  toDay: PlainDate
  parts: number
  givenAt: Date | null
  lateEntry: boolean
  correctsDoseId: string | null
  product: string | null
  reason: string | null
}

/** The treatment that was on the screen. */
export type SeenTreatment = { episodeId: string; treatmentId: string; version: number }

/** Adds a treatment. */
export async function recordNewTreatment(
  { tx }: Deed,
  episodeId: string,
  treatment: TreatmentToRecord,
): Promise<string> {
  const id = newId()
  await tx.medicationTreatment.createMany({
    data: [
      {
        ...treatment,
        rhythmWeekdays: [...treatment.rhythmWeekdays],
        startedOn: stored(treatment.startedOn),
        endedOn: stored(treatment.endedOn),
        id,
        episodeId,
      },
    ],
  })
  return id
}

/**
 * Writes a treatment over the version that was seen.
 *
 * @returns false when nothing was written: another version stands now.
 */
export async function recordTreatmentChange(
  deed: Deed,
  seen: SeenTreatment,
  treatment: TreatmentToRecord,
): Promise<boolean> {
  const weekdays = [...treatment.rhythmWeekdays]
  return changeTreatment(
    deed,
    seen,
    Prisma.sql`medicine = ${treatment.medicine}, form = ${treatment.form}, prescribed_text = ${treatment.prescribedText},
      rhythm = ${treatment.rhythm}, rhythm_weekdays = ${weekdays}::int[], doses_per_day = ${treatment.dosesPerDay},
      titration = ${treatment.titration}, started_on = ${treatment.startedOn}::date, ended_on = ${treatment.endedOn}::date,
      dosing_service_id = ${treatment.dosingServiceId}::uuid`,
  )
}

/** Writes "on regime, confirmed on this day" over the version that was seen; false when another version stands now. */
export function recordRegimeConfirmed(deed: Deed, seen: SeenTreatment, confirmedOn: PlainDate): Promise<boolean> {
  return changeTreatment(
    deed,
    seen,
    Prisma.sql`regime_confirmed_on = ${confirmedOn}::date, regime_confirmed_by = ${deed.actor.accountId}::uuid`,
  )
}

/**
 * Adds an entry about a dose, and raises the version of its treatment: whoever else has the page open gave, or is about to
 * give, a dose without having read this one.
 *
 * @param id of the entry.
 * @returns false when nothing was written: another version of the treatment stands now.
 */
export async function recordDose(deed: Deed, id: string, seen: SeenTreatment, dose: DoseToRecord): Promise<boolean> {
  const { tx, actor, now } = deed
  const written = await tx.$executeRaw`
    with treated as (${changeOf(deed, seen, Prisma.sql`dosing_service_id = t.dosing_service_id`)} returning t.id, t.episode_id)
    insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, parts, given_at, late_entry, corrects_dose_id,
      product, reason, recorded_at, recorded_by, service_id)
    select ${id}::uuid, id, episode_id, ${dose.kind}, ${dose.outcome}, ${dose.forDay}::date, ${dose.toDay}::date, ${dose.parts}::int,
      ${dose.givenAt}::timestamptz, ${dose.lateEntry}::boolean, ${dose.correctsDoseId}::uuid, ${dose.product}, ${dose.reason},
      ${now}::timestamptz, ${actor.accountId}::uuid, ${actor.serviceId}::uuid from treated`
  return written === 1
}

async function changeTreatment(deed: Deed, seen: SeenTreatment, set: Prisma.Sql): Promise<boolean> {
  return (await deed.tx.$executeRaw(changeOf(deed, seen, set))) === 1
}

function changeOf(
  { actor, now }: Deed,
  { episodeId, treatmentId, version }: SeenTreatment,
  set: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    update medication_treatment t set ${set}, version = t.version + 1
    from case_part p
    where t.id = ${treatmentId}::uuid and t.episode_id = ${episodeId}::uuid and t.version = ${version}
      and p.episode_id = t.episode_id and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}::timestamptz
      and 'omt' = any (p.writes) and p.relation in ('own', 'accepted', 'closing')`
}
