import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import type { Medicine } from '@throughcare/domain/medication/medication-codes'
import { findDepotRule } from '@throughcare/domain/medication/medicine-table'
import type { ReleaseListState } from '@throughcare/domain/release-list/release-list-state'
import type { Deed } from '../as-actor.ts'
import { stored } from '../stored-day.ts'
import { newId } from '../uuid.ts'

/** A case as a release list leaves it, with the ids of what is stored already. */
export type CaseToWrite = {
  personId: string
  episodeId: string
  treatmentId: string | null
  before: ReleaseListState | null
  after: ReleaseListState
}

/** Names, birth and language of persons who are known already, where the list says something else. */
export async function recordPersonsFromList(
  { tx, actor, now }: Deed,
  cases: readonly (CaseToWrite & { nameKey: string })[],
): Promise<void> {
  const rows = cases.map(({ personId, after, nameKey }) => ({
    personId,
    nameKey,
    familyName: after.familyName,
    givenNames: after.givenNames,
    dateOfBirth: after.dateOfBirth,
    sex: after.sex ?? 'unknown',
    language: after.preferredLanguage,
  }))
  await tx.$executeRaw`
    update person x set family_name = l."familyName", given_names = l."givenNames", name_key = l."nameKey",
      date_of_birth = l."dateOfBirth", sex = l.sex, version = x.version + 1,
      changed_at = ${now}::timestamptz, changed_by = ${actor.accountId}::uuid,
      languages = case when l.language is null or l.language = x.languages[1] then x.languages
        else array_prepend(l.language, array_remove(x.languages, l.language)) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l ("personId" uuid, "nameKey" text, "familyName" text,
      "givenNames" text, "dateOfBirth" date, sex text, language text)
    where x.id = l."personId" and (x.family_name, x.given_names, x.date_of_birth, x.sex) is distinct from
        (l."familyName", l."givenNames", l."dateOfBirth", l.sex)
      or x.id = l."personId" and l.language is not null and l.language is distinct from x.languages[1]`
}

/** Dates and legal status of episodes that go on. The history of release dates is written beside it. */
export async function recordEpisodesFromList({ tx }: Deed, cases: readonly CaseToWrite[]): Promise<void> {
  const rows = cases.map(({ episodeId, after }) => ({
    episodeId,
    legalStatus: after.legalStatus,
    admittedOn: after.admittedOn,
    releaseDate: after.releaseDate,
    certainty: after.releaseCertainty,
    country: after.releaseCountry,
    area: after.releaseArea,
  }))
  await tx.$executeRaw`
    update custody_episode e set legal_status = l."legalStatus", admitted_on = l."admittedOn", release_date = l."releaseDate",
      release_certainty = l.certainty, release_country = l.country, release_area = l.area, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l ("episodeId" uuid, "legalStatus" text, "admittedOn" date,
      "releaseDate" date, certainty text, country text, area text)
    where e.id = l."episodeId" and e.ended_on is null
      and (e.legal_status, e.admitted_on, e.release_date, e.release_certainty, e.release_country, e.release_area) is distinct from
        (l."legalStatus", l."admittedOn", l."releaseDate", l.certainty, l.country, l.area)`
}

/** The two facts of the four-minute plan that a list may hold. What it does not say stays as it was. */
export async function recordFactsFromList({ tx, actor, now }: Deed, cases: readonly CaseToWrite[]): Promise<void> {
  const rows = cases.flatMap(({ episodeId, after }) =>
    (
      [
        ['naloxone-trained', after.naloxoneTrained],
        ['has-address', after.hasAddress],
      ] as const
    ).flatMap(([code, known]) =>
      known === null ? [] : [{ episodeId, code, category: FACTS[code].category, value: known ? 'yes' : 'no' }],
    ),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into case_fact as f (episode_id, code, category, state, value, recorded_at, recorded_by)
    select l."episodeId", l.code, l.category, 'known', to_jsonb(l.value), ${now}, ${actor.accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l ("episodeId" uuid, code text, category text, value text)
    on conflict (episode_id, code) do update set state = 'known', value = excluded.value, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by, version = f.version + 1
    where (f.state, f.value) is distinct from ('known', excluded.value)`
}

/**
 * Treatments and last doses. A list names no rhythm: daily is taken, which covers no day but the dose's own, until staff
 * record what is prescribed. A changed medicine ends the treatment before it and begins another; a recorded dose is never
 * moved back.
 *
 * @param today the prison's day, on which a changed medicine changes
 */
export async function recordMedicationFromList(
  { tx, actor, now }: Deed,
  cases: readonly CaseToWrite[],
  today: PlainDate,
): Promise<void> {
  const changed = cases.filter(({ before, after }) => after.omtMedicine && after.omtMedicine !== before?.omtMedicine)
  const ended = changed.flatMap(({ treatmentId }) => (treatmentId ? [treatmentId] : []))
  if (ended.length > 0)
    await tx.$executeRaw`
      update medication_treatment t set ended_on = greatest(t.started_on, ${today}::date), version = t.version + 1
      where t.id = any (${ended}::uuid[]) and t.ended_on is null`
  const begun = new Map(changed.map((one) => [one.episodeId, newId()]))
  await tx.medicationTreatment.createMany({
    data: changed.map(({ episodeId, treatmentId, after }) => ({
      id: begun.get(episodeId) as string,
      episodeId,
      medicine: after.omtMedicine as Medicine,
      rhythm: findDepotRule(after.omtMedicine as Medicine) ? 'depot' : 'daily',
      startedOn: treatmentId ? stored(today) : null,
    })),
  })
  const dosed = cases.filter(({ before, after }) => after.lastDoseOn && after.lastDoseOn !== before?.lastDoseOn)
  await tx.dose.createMany({
    data: dosed.flatMap(({ episodeId, treatmentId, after }) => {
      const ofTreatment = begun.get(episodeId) ?? treatmentId
      if (!ofTreatment || !after.lastDoseOn) return []
      const day = stored(after.lastDoseOn)
      return [
        {
          id: newId(),
          treatmentId: ofTreatment,
          episodeId,
          kind: after.omtMedicine && findDepotRule(after.omtMedicine) ? 'depot' : 'supervised',
          outcome: 'given',
          forDay: day,
          toDay: day,
          recordedAt: now,
          recordedBy: actor.accountId,
          serviceId: actor.serviceId,
        },
      ]
    }),
  })
}

/** Lets PostgreSQL count what it holds: without it, a first import is planned as if the tables were still empty. */
export async function measureTables({ tx }: Deed): Promise<void> {
  await tx.$executeRaw`select app.measure_tables()`
}

/** The same for the tables that have grown by half since, as one of many jobs asks it. How many they were. */
export async function measureGrownTables({ tx }: Deed): Promise<number> {
  const [row] = await tx.$queryRaw<{ measured: number }[]>`select app.measure_grown_tables() as measured`
  return row?.measured ?? 0
}
