/**
 * How long does the gap board of a service with 5,000 people take at the API? Loads them into a fresh database, works their
 * cover out as the worker does, and asks as a nurse would, through the whole use case (session check, board, audit entry, commit).
 *
 *   node bench/gap-board.ts [persons]
 */
import { availableParallelism, loadavg } from 'node:os'
import { followGaps } from '../packages/api/src/gap/follow-gaps.ts'
import { gapBoard } from '../packages/api/src/gap/gap-board.ts'
import { newId } from '../packages/db/src/uuid.ts'
import { GapBoardInput } from '../packages/domain/src/gap/gap-board-input.ts'
import { type FreshScene, withFreshScene } from './fresh-scene.ts'

const COUNT = Number(process.argv[2] ?? 5_000)
const PLACES = 40
const ROUNDS = 60
const PROMISE_MS = 100

/** A quarter on remand, the rest with dates in the coming weeks; every place shut on Good Friday and at the weekend. */
const LOAD = `
  with one as materialized (
    select gen_random_uuid() as person, gen_random_uuid() as episode, n, ($2::uuid[])[1 + n % cardinality($2::uuid[])] as place
    from generate_series(1, $3::int) n),
  persons as (insert into person (id, family_name, given_names, name_key, date_of_birth, sex, created_by_service_id, created_at)
    select person, 'Person ' || n, 'Generated', 'person ' || n || ' generated', '1984-04-28', 'unknown', $1, app.now() from one),
  episodes as (insert into custody_episode (id, person_id, legal_status, admitted_on, release_date, release_certainty,
      created_by_service_id, created_at)
    select episode, person, case when n % 4 = 0 then 'remand' else 'sentenced' end, '2025-11-03',
      case when n % 4 > 0 then date '2026-03-27' + n % 21 end, case when n % 4 > 0 then 'confirmed' else 'could-be-any-day' end, $1, app.now()
    from one),
  stays as (insert into custody_stay (id, episode_id, prison_service_id, from_at)
    select gen_random_uuid(), episode, $1, '2025-11-03' from one)
  insert into medication_treatment (id, episode_id, medicine, rhythm, titration, regime_confirmed_on, regime_confirmed_by, dosing_service_id)
  select gen_random_uuid(), episode, 'methadone', 'daily', 'no', '2026-03-26', $4, case when n % 10 > 0 then place end from one`

async function load({ owner, services, people }: FreshScene): Promise<void> {
  await owner.query(
    `insert into clock_offset (one_row, by) values (true, timestamptz '2026-03-26T09:00:00Z' - now())
     on conflict (one_row) do update set by = excluded.by`,
  )
  await owner.query(`update session set last_seen_at = app.now(), expires_at = app.now() + interval '12 hours'`)
  await owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', '', '2026-04-03', 'Good Friday')`,
  )
  const places: string[] = []
  for (let n = 0; n < PLACES; n += 1) {
    const id = newId()
    places.push(id)
    await owner.query(
      `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
       select $1, $2, 'dosing-point', 'GB', a.id, 'Europe/London', true, '{}' from area a limit 1`,
      [id, `Pharmacy ${n + 1}`],
    )
    await owner.query(
      `insert into service_hours (id, service_id, purpose, weekday, opens, closes)
       select gen_random_uuid(), $1, 'dosing', d, '09:30', '16:30' from generate_series(1, 5) d`,
      [id],
    )
  }
  await owner.query(LOAD, [services.northgate, places, COUNT, people.northgateNurse.accountId])
  await owner.query('analyze')
}

await withFreshScene(async (scene) => {
  await load(scene)
  const began = performance.now()
  const worked = await followGaps()
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${worked} cases worked out in ${seconds.toFixed(1)} s (${((seconds * 1000) / worked).toFixed(1)} ms each)`,
  )
  await scene.owner.query('analyze cover_gap')

  const actor = scene.people.northgateNurse
  const first = await gapBoard(actor, GapBoardInput.parse({}))
  console.log(
    `${first.counts['next-days']} in the next 14 days in ${first.groups.length} groups, ${first.counts['could-leave-today']} could leave today`,
  )
  const [group] = first.groups
  const asked = {
    'first page': {},
    'a later page': { page: 20 },
    'one group': { cause: group?.cause, serviceId: group?.place?.id ?? null, day: group?.day ?? null },
    'could leave today': { part: 'could-leave-today' },
  }
  const [waiting = 0] = loadavg()
  console.log(
    `${availableParallelism()} processors, load ${waiting.toFixed(1)}: above the number of processors the times are too long`,
  )
  console.log(`${''.padEnd(22)}   p50 ms   p95 ms worst ms`)
  let worst = 0
  for (const [what, input] of Object.entries(asked)) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now()
      await gapBoard(actor, GapBoardInput.parse(input))
      // The first rounds fill caches and plans.
      if (round >= 6) times.push(performance.now() - before)
    }
    const sorted = times.toSorted((one, other) => one - other)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    console.log(`${what.padEnd(22)}${[at(0.5), at(0.95), at(1)].map((ms) => ms.toFixed(1).padStart(9)).join('')}`)
    worst = Math.max(worst, at(0.95))
  }
  console.log(worst < PROMISE_MS ? `under ${PROMISE_MS} ms` : `over ${PROMISE_MS} ms`)
})
