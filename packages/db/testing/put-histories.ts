import type { OpeningHours } from '@throughcare/domain/calendar/opening-hours'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { hours } from '@throughcare/domain/testing/places'
import type pg from 'pg'
import { SYSTEM_ACCOUNT_ID } from '../src/actor.ts'
import { openingHoursOf } from '../src/release/board-places.ts'
import { newId } from '../src/uuid.ts'
import { type AnyHistory, HISTORY_WEEKS, HISTORY_ZONES } from './any-history.ts'

/** A generated history and the case that it becomes. */
export type HistoryCase = { seed: number; episodeId: string; one: AnyHistory }

/** Easter 2026, a closure and two places that stay shut: what the generated places share. */
const HOLIDAYS = ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25'] as PlainDate[]
const CLOSURE = { from: '2026-03-10' as PlainDate, to: '2026-03-13' as PlainDate }

/** What every generated place said: hours on a holiday, shut on an ordinary day, and each time something else before. */
const SAID = [
  { on: '2026-04-06' as PlainDate, version: 1, intervals: [] },
  { on: '2026-04-06' as PlainDate, version: 2, intervals: [hours('10:00', '11:30')] },
  { on: '2026-04-08' as PlainDate, version: 1, intervals: [hours('09:00', '12:00')] },
  { on: '2026-04-08' as PlainDate, version: 2, intervals: [] },
]

const WEEKS: Record<
  (typeof HISTORY_WEEKS)[number],
  { weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; opens: string; closes: string }[]
> = {
  office: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, opens: '09:00', closes: '16:30' })),
  'every-day': ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, opens: '08:00', closes: '24:00' })),
  night: ([1, 3, 5, 6, 7] as const).flatMap((weekday) => [
    { weekday, opens: '00:30', closes: '02:20' },
    { weekday, opens: '02:30', closes: '02:50' },
  ]),
  'not-told': [],
  'no-dosing': [{ weekday: 1, opens: '09:00', closes: '17:00' }],
}

/** When a generated place is there, as the engine takes it. */
export function hoursOf(zone: string, week: (typeof HISTORY_WEEKS)[number]): OpeningHours {
  const hours = openingHoursOf([
    {
      id: 'place',
      timeZone: zone,
      canDose: week !== 'no-dosing',
      hours: WEEKS[week].map((each) => ({ ...each, purpose: 'dosing' as const })),
      closures: [CLOSURE],
      holidays: HOLIDAYS.map((on) => ({ on, name: 'Holiday' })),
      said: SAID.filter((each) => each.version === 2).map(({ on, intervals }) => ({
        on,
        purpose: 'dosing' as const,
        intervals,
      })),
    },
  ]).get('place')
  if (hours === undefined) throw new Error('the place has no hours')
  return hours
}

/** One prison a zone and one dosing point a zone and week. */
export async function putPlaces(owner: pg.Client): Promise<ReadonlyMap<string, string>> {
  const areaId = newId()
  await owner.query(`insert into area (id, country, name, holiday_region) values ($1, 'ZZ', 'Generated', '')`, [areaId])
  for (const day of HOLIDAYS)
    await owner.query(
      `insert into public_holiday (country, region, day, name) values ('ZZ', '', $1, 'Holiday') on conflict do nothing`,
      [day],
    )
  const places = new Map<string, string>()
  for (const zone of HISTORY_ZONES)
    for (const week of ['prison', ...HISTORY_WEEKS] as const) {
      const id = newId()
      places.set(`${zone} ${week}`, id)
      await owner.query(
        `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
         values ($1, $2, $3, 'ZZ', $4, $5, $6, '{}')`,
        [
          id,
          `${week} ${zone}`,
          week === 'prison' ? 'prison-health' : 'dosing-point',
          areaId,
          zone,
          week !== 'no-dosing',
        ],
      )
      if (week === 'prison') continue
      await owner.query(
        `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, $3, $4, 'works')`,
        [newId(), id, CLOSURE.from, CLOSURE.to],
      )
      for (const { on, version, intervals } of SAID)
        await owner.query(
          `insert into service_day (id, service_id, day, purpose, version, said, intervals, told_by, told_how, recorded_at, recorded_by,
             recorded_service_id)
           values ($1, $2, $3, 'dosing', $4, $5, $6, 'the counter', 'phone', now(), '${SYSTEM_ACCOUNT_ID}', $2)`,
          [newId(), id, on, version, intervals.length > 0 ? 'open' : 'closed', JSON.stringify(intervals)],
        )
      for (const each of WEEKS[week])
        await owner.query(
          `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, $4, $5)`,
          [newId(), id, each.weekday, each.opens, each.closes],
        )
    }
  return places
}

/** Puts these histories into the database as its owner, each as a case of its own. */
export async function putHistories(
  owner: pg.Client,
  cases: readonly HistoryCase[],
  places: ReadonlyMap<string, string>,
): Promise<void> {
  await owner.query(PUT, [JSON.stringify(cases.map((each) => rowsOf(each, places)))])
}

function rowsOf({ seed, episodeId, one }: HistoryCase, places: ReadonlyMap<string, string>): unknown {
  const prison = places.get(`${one.zone} prison`)
  const dosing = one.week === null ? null : (places.get(`${one.zone} ${one.week}`) ?? null)
  return {
    episode_id: episodeId,
    person_id: newId(),
    stay_id: newId(),
    outcome_id: newId(),
    prison,
    zone: one.zone,
    ...one.history.custody,
    isReleased: one.history.custody.outOn !== null && seed % 2 === 0,
    treatments: one.history.treatments.map((each) => ({ ...each, dosing })),
    doses: one.history.doses.map((each) => ({ ...each, serviceId: prison })),
  }
}

const PUT = `
  with one as materialized (
    select * from jsonb_to_recordset($1::jsonb) as r (episode_id uuid, person_id uuid, stay_id uuid, outcome_id uuid, prison uuid,
      zone text, "legalStatus" text, "admittedOn" date, "releaseDate" date, certainty text, "outOn" date, "isReleased" boolean,
      treatments jsonb, doses jsonb)
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
      t."regimeConfirmedOn", case when t."regimeConfirmedOn" is not null then '${SYSTEM_ACCOUNT_ID}'::uuid end, t.dosing
    from one, jsonb_to_recordset(treatments) as t (id uuid, medicine text, rhythm text, "rhythmWeekdays" int[], "dosesPerDay" int,
      titration text, "startedOn" date, "endedOn" date, "regimeConfirmedOn" date, dosing uuid)
  )
  insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, parts, recorded_at, recorded_by, service_id, corrects_dose_id)
  select d.id, d."treatmentId", episode_id, d.kind, d.outcome, d."forDay", d."toDay", d.parts, d."recordedAt", '${SYSTEM_ACCOUNT_ID}', d."serviceId",
    d."correctsDoseId"
  from one, jsonb_to_recordset(doses) as d (id uuid, "treatmentId" uuid, kind text, outcome text, "forDay" date, "toDay" date, parts int,
    "recordedAt" timestamptz, "serviceId" uuid, "correctsDoseId" uuid)`
