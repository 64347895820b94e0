/**
 * What does following the dose alerts cost? Loads persons on treatment into a fresh database, half inside and half outside, has
 * them all looked at once, and then sweeps as the worker does: when nothing can have changed, when the dosing hours of a day are
 * over, and when one place has changed its hours. Says how long a sweep of 100,000 would take, case by case looked at.
 *
 *   node bench/dose-alerts.ts [persons]
 */
import { availableParallelism, loadavg } from 'node:os'
import { sweepDoseAlerts } from '../packages/api/src/dose-alert/sweep-dose-alerts.ts'
import { followGaps } from '../packages/api/src/gap/follow-gaps.ts'
import { type FreshScene, withFreshScene } from './fresh-scene.ts'

const COUNT = Number(process.argv[2] ?? 4_000)
const PROMISED_COUNT = 100_000

/** Half inside on a confirmed regime, half out for two weeks: of those nine in ten were dosed on each day, and the rest stay away. */
const LOAD = `
  with one as materialized (
    select gen_random_uuid() as person, gen_random_uuid() as episode, gen_random_uuid() as treatment, n, n % 2 = 0 as is_out
    from generate_series(1, $3::int) n),
  persons as (insert into person (id, family_name, given_names, name_key, date_of_birth, sex, created_by_service_id, created_at)
    select person, 'Person ' || n, 'Generated', 'person ' || n || ' generated', '1984-04-28', 'unknown', $1, app.now() from one),
  episodes as (insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty,
      created_by_service_id, created_at, released_at, learned_at, release_recorded_at, release_kind, ended_on, ended_because)
    select episode, person, 'sentenced', '2025-11-03', case when is_out then date '2026-03-12' else '2026-07-01' end, 'confirmed', $1, app.now(),
      gate, gate, gate, case when is_out then 'planned' end, case when is_out then date '2026-03-12' end, case when is_out then 'released' end
    from one, lateral (select case when is_out then timestamptz '2026-03-12 09:00Z' end as gate) at),
  stays as (insert into custody_stay (id, episode_id, prison_service_id, from_at)
    select gen_random_uuid(), episode, $1, '2025-11-03' from one),
  courses as (insert into medication_treatment (id, episode_id, medicine, rhythm, titration, regime_confirmed_on, regime_confirmed_by,
      dosing_service_id)
    select treatment, episode, 'methadone', 'daily', 'no', '2026-03-10', $4, $2 from one)
  insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id)
  select gen_random_uuid(), treatment, episode, 'supervised', 'given', d::date, d::date, d + interval '10 hours', $4, $2
  from one, generate_series(timestamp '2026-03-12', case when n % 20 = 0 then timestamp '2026-03-24' else '2026-03-26' end, interval '1 day') d
  where is_out`

async function load({ owner, services, people }: FreshScene): Promise<void> {
  await moveClock(owner, '2026-03-26T12:00:00Z')
  await owner.query(LOAD, [services.northgate, services.harbour, COUNT, people.northgateNurse.accountId])
  await owner.query('analyze')
}

async function moveClock(owner: FreshScene['owner'], at: string): Promise<void> {
  await owner.query(
    `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
     on conflict (one_row) do update set by = excluded.by`,
    [at],
  )
}

await withFreshScene(async (scene) => {
  await load(scene)
  await followGaps()
  const sweep = async (what: string): Promise<void> => {
    const began = performance.now()
    const looked = await sweepDoseAlerts()
    const ms = performance.now() - began
    const each = looked > 0 ? ms / looked : 0
    const share = looked / COUNT
    console.log(
      `${what}: ${looked} of ${COUNT} cases looked at in ${ms.toFixed(0)} ms (${each.toFixed(1)} ms each); of ${PROMISED_COUNT} it would be ${Math.round(share * PROMISED_COUNT)} in ${((share * PROMISED_COUNT * each) / 1000).toFixed(0)} s`,
    )
  }
  await sweep('everybody, for the first time')
  await sweep('a minute in which nothing can have changed')
  await moveClock(scene.owner, '2026-03-26T13:00:00Z')
  await sweep('an hour later, as it was followed hourly before')
  await moveClock(scene.owner, '2026-03-26T17:31:00Z')
  await sweep('after the last dosing hour of a day on which all but one in ten outside were dosed')
  await moveClock(scene.owner, '2026-03-27T17:31:00Z')
  await sweep('after the last dosing hour of a day on which nobody was dosed')
  const [waiting = 0] = loadavg()
  console.log(
    `${availableParallelism()} processors, load ${waiting.toFixed(1)}: above the number of processors the times are too long`,
  )
})
