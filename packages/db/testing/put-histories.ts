import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DosingPlace } from '@throughcare/domain/medication/dosing-day'
import type { DoseEntry, MedicationHistory } from '@throughcare/domain/medication/medication-history'
import type pg from 'pg'
import { SYSTEM_ACCOUNT_ID } from '../src/actor.ts'
import { newId } from '../src/uuid.ts'

/** A generated history with the place that doses and the moment in which it is read; `name` finds it again. */
export type ReadHistory = {
  name: string
  history: MedicationHistory
  place: DosingPlace
  /** The local day of `now` at the place. */
  today: PlainDate
  now: Date
  /** The release is on record, and what was given after its day was given by the dosing point; else it is as it comes. */
  isReleased?: true
}

/** Where the generated people are: a service for each zone's prison and for each timetable, made when first met. */
export type Places = { owner: pg.Client; known: Map<string, string> }

/** Puts these histories into the database as its owner, each as a case of its own; returns their cases in the same order. */
export async function putHistories(places: Places, histories: readonly ReadHistory[]): Promise<string[]> {
  const rows: { episode_id: string }[] = []
  for (const each of histories) rows.push(await rowOf(places, each, rows.length))
  await places.owner.query(PUT, [JSON.stringify(rows)])
  return rows.map((row) => row.episode_id)
}

/** The doses of a history that were recorded outside, where the release is on record: those for days after it, and corrections of them. */
export function dosesGivenOutside({ history, place, isReleased }: ReadHistory): ReadonlySet<string> {
  const { outOn } = history.custody
  const byId = new Map(history.doses.map((dose) => [dose.id, dose]))
  const first = (dose: DoseEntry, seen: number): DoseEntry => {
    const about = dose.correctsDoseId === null ? undefined : byId.get(dose.correctsDoseId)
    return about === undefined || seen > byId.size ? dose : first(about, seen + 1)
  }
  if (!isReleased || outOn === null || place.hours === null) return new Set()
  return new Set(history.doses.filter((dose) => first(dose, 0).forDay > outOn).map(({ id }) => id))
}

async function rowOf(places: Places, each: ReadHistory, index: number) {
  const { history, place } = each
  const prison = await placeOf(places, place.zone, null)
  const dosing = place.hours === null ? null : await placeOf(places, place.zone, place.hours)
  const outside = dosesGivenOutside(each)
  return {
    episode_id: newId(),
    person_id: newId(),
    stay_id: newId(),
    outcome_id: newId(),
    prison,
    zone: place.zone,
    ...history.custody,
    // Of those who are out every second was seen outside, and nobody recorded the release.
    isReleased: history.custody.outOn !== null && (each.isReleased ?? index % 2 === 0),
    treatments: history.treatments,
    doses: history.doses.map((dose) => ({ ...dose, serviceId: outside.has(dose.id) ? dosing : prison })),
    agreedUntil: place.agreedUntil ?? null,
    dosing,
  }
}

/** The prison of a zone, or the dosing point with this timetable. */
async function placeOf({ owner, known }: Places, zone: string, hours: OpeningHours | null): Promise<string> {
  const key = JSON.stringify([zone, hours])
  const found = known.get(key)
  if (found !== undefined) return found
  const id = newId()
  known.set(key, id)
  const region = `G${known.size}`
  const areaId = newId()
  await owner.query(`insert into area (id, country, name, holiday_region) values ($1, 'ZZ', 'Generated', $2)`, [
    areaId,
    region,
  ])
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives) values ($1, $2, $3, 'ZZ', $4, $5, $6, '{}')`,
    [
      id,
      `Generated ${known.size}`,
      hours === null ? 'prison-health' : 'dosing-point',
      areaId,
      zone,
      !isNeverDosing(hours),
    ],
  )
  if (hours !== null) await putHours(owner, id, region, hours)
  return id
}

/** An empty week is that of a place that doses nobody: a week that was told has a day. */
function isNeverDosing(hours: OpeningHours | null): boolean {
  return hours?.weekly.dosing !== null && Object.keys(hours?.weekly.dosing ?? {}).length === 0
}

async function putHours(owner: pg.Client, id: string, region: string, hours: OpeningHours): Promise<void> {
  for (const { on, name } of hours.holidays)
    await owner.query(
      `insert into public_holiday (country, region, day, name) values ('ZZ', $1, $2, $3) on conflict do nothing`,
      [region, on, name],
    )
  for (const { from, to } of hours.closures)
    await owner.query(
      `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, $3, $4, 'works')`,
      [newId(), id, from, to],
    )
  // A closure that was taken back shuts nothing.
  const takenBack = newId()
  await owner.query(
    `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2024-01-01', '2030-12-31', 'by mistake')`,
    [takenBack, id],
  )
  await owner.query(
    `insert into service_closure_removal (closure_id, service_id, removed_at, removed_by) values ($1, $2, now(), '${SYSTEM_ACCOUNT_ID}')`,
    [takenBack, id],
  )
  for (const [weekday, intervals] of Object.entries(hours.weekly.dosing ?? {}))
    for (const { from, to } of intervals ?? [])
      await owner.query(
        `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, $4, $5)`,
        [newId(), id, weekday, from, to],
      )
  // The first of several words about a day is the one that stands: it becomes the last version.
  for (const [index, { on, purpose, intervals }] of hours.confirmedDays.entries())
    await owner.query(
      `insert into service_day (id, service_id, day, purpose, version, said, intervals, told_by, told_how, recorded_at, recorded_by,
         recorded_service_id)
       values ($1, $2, $3, $4, $5, $6, $7, 'the counter', 'phone', now(), '${SYSTEM_ACCOUNT_ID}', $2)`,
      [
        newId(),
        id,
        on,
        purpose,
        hours.confirmedDays.length - index,
        intervals.length > 0 ? 'open' : 'closed',
        JSON.stringify(intervals),
      ],
    )
}

const PUT = `
  with one as materialized (
    select * from jsonb_to_recordset($1::jsonb) as r (episode_id uuid, person_id uuid, stay_id uuid, outcome_id uuid, prison uuid,
      zone text, "legalStatus" text, "admittedOn" date, "releaseDate" date, certainty text, "outOn" date, "isReleased" boolean,
      treatments jsonb, doses jsonb, dosing uuid, "agreedUntil" text)
  ), persons as (
    insert into person (id, family_name, given_names, name_key, sex, created_by_service_id, created_at)
    select person_id, 'Generated', 'History', 'generated history', 'unknown', prison, now() from one
  ), episodes as (
    insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty, created_by_service_id,
      created_at, released_at, learned_at, release_recorded_at, release_kind, ended_on, ended_because)
    select episode_id, person_id, "legalStatus", "admittedOn", "releaseDate", certainty, prison, now(), at, at, at,
      case when at is not null then 'planned' end, case when at is not null then "outOn" end, case when at is not null then 'released' end
    from one, lateral (select case when "isReleased" then ("outOn" + time '10:00') at time zone zone end as at) gate
  ), stays as (
    insert into custody_stay (id, episode_id, prison_service_id, from_at) select stay_id, episode_id, prison, "admittedOn" from one
  ), seen as (
    insert into outcome (id, episode_id, category, kind, at, service_id, recorded_at, recorded_by)
    select outcome_id, episode_id, 'release', 'arrived', ("outOn" + time '23:30') at time zone zone, prison, now(), '${SYSTEM_ACCOUNT_ID}'
    from one where "outOn" is not null and not "isReleased"
  ), courses as (
    insert into medication_treatment (id, episode_id, medicine, rhythm, rhythm_weekdays, doses_per_day, titration, started_on, ended_on,
      regime_confirmed_on, regime_confirmed_by, dosing_service_id)
    select t.id, episode_id, t.medicine, t.rhythm, t."rhythmWeekdays", t."dosesPerDay", t.titration, t."startedOn", t."endedOn",
      t."regimeConfirmedOn", case when t."regimeConfirmedOn" is not null then '${SYSTEM_ACCOUNT_ID}'::uuid end, one.dosing
    from one, jsonb_to_recordset(treatments) as t (id uuid, medicine text, rhythm text, "rhythmWeekdays" int[], "dosesPerDay" int,
      titration text, "startedOn" date, "endedOn" date, "regimeConfirmedOn" date)
  ), waits as (
    insert into agreed_lateness (id, episode_id, dosing_service_id, version, until, recorded_at, recorded_by)
    select gen_random_uuid(), episode_id, dosing, version, case version when 2 then "agreedUntil" else '23:45' end, now(), '${SYSTEM_ACCOUNT_ID}'
    from one, generate_series(1, 2) version where dosing is not null and "agreedUntil" is not null
  )
  insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, parts, given_at, recorded_at, recorded_by, service_id, corrects_dose_id, reason)
  select d.id, d."treatmentId", episode_id, d.kind, d.outcome, d."forDay", d."toDay", d.parts, d."givenAt",
    d."recordedAt", '${SYSTEM_ACCOUNT_ID}', d."serviceId",
    d."correctsDoseId", case d.outcome when 'entered-in-error' then 'wrong press' end
  from one, jsonb_to_recordset(doses) as d (id uuid, "treatmentId" uuid, kind text, outcome text, "forDay" date, "toDay" date, parts int,
    "givenAt" timestamptz, "recordedAt" timestamptz, "serviceId" uuid, "correctsDoseId" uuid)`
