import { newId } from '@throughcare/db/uuid'
import { HOUR, pick, someCase, type World } from './figure-world.ts'

/** What changes about a release after it was recorded: taken back, restricted, erased, another clock; how many rows it touched. */
export const CHANGED = {
  clock: async (world: World) => {
    world.now = new Date(world.now.getTime() + Math.ceil(world.draw() * 40) * HOUR)
    await world.scene.setClock(world.now)
    return 1
  },
  'couple shown': (world: World) => {
    const { episodeId, gate } = someCase(world)
    if (world.draw() < 0.3) return world.run('delete from partner_shown where episode_id = $1', [episodeId])
    return world.run(
      `insert into partner_shown (episode_id, other_starts_on, shown_at) values ($1, $2, app.now())
       on conflict (episode_id) do update set other_starts_on = excluded.other_starts_on`,
      [
        episodeId,
        world.draw() < 0.3
          ? null
          : new Date(gate.getTime() + Math.floor(world.draw() * 50 - 10) * 24 * HOUR).toISOString().slice(0, 10),
      ],
    )
  },
  'own side': (world: World) =>
    world.run(
      `insert into partner_side (id, episode_id, version, answer, asked_on, asked_by, seen_alone, yes_on, is_blocked, starts_on, recorded_at, recorded_by)
       select $1::uuid, $2::uuid, coalesce((select max(s.version) from partner_side s where s.episode_id = $2::uuid), 0) + 1, 'yes', current_date, $3::uuid, true,
         current_date, false, $4::date, app.now(), $3::uuid`,
      [
        newId(),
        someCase(world).episodeId,
        world.scene.people.northgateNurse.accountId,
        // Some are days to come: plans.
        new Date(world.now.getTime() + Math.floor(world.draw() * 50 - 35) * 24 * HOUR).toISOString().slice(0, 10),
      ],
    ),
  'later stay': (world: World) => {
    const { personId, gate } = someCase(world)
    const admitted = new Date(gate.getTime() + Math.floor(world.draw() * 40) * 24 * HOUR).toISOString().slice(0, 10)
    return world.run(
      `with made as (
         insert into custody_episode (id, person_id, legal_status, admitted_on, release_certainty, created_by_service_id, created_at)
         select $1::uuid, $2::uuid, 'recalled', $3::date, 'could-be-any-day', $4::uuid, app.now()
         where not exists (select 1 from custody_episode e where e.person_id = $2::uuid and e.ended_on is null) returning id)
       insert into custody_stay (id, episode_id, prison_service_id, from_at) select $5::uuid, id, $4::uuid, $3::date from made`,
      [
        newId(),
        personId,
        admitted,
        pick(world, [world.scene.services.northgate, world.scene.services.eastfield]),
        newId(),
      ],
    )
  },
  'stay in error': (world: World) =>
    world.run(
      `update custody_episode set ended_on = admitted_on, ended_because = 'entered-in-error' where person_id = $1 and ended_on is null`,
      [someCase(world).personId],
    ),
  'release put right': (world: World) => {
    const one = someCase(world)
    one.gate = new Date(one.gate.getTime() + Math.floor(world.draw() * 60 - 30) * HOUR)
    if (one.gate > world.now) one.gate = world.now
    return world.run(
      `update custody_episode set released_at = $2::timestamptz, release_kind = $3, ended_on = greatest(admitted_on, $2::timestamptz::date)
       where id = $1 and released_at is not null`,
      [one.episodeId, one.gate, pick(world, ['planned', 'short-notice', 'unplanned'])],
    )
  },
  'release undone': (world: World) => {
    const { episodeId, personId } = someCase(world)
    return world.run(
      `update custody_episode set released_at = null, learned_at = null, release_recorded_at = null, release_kind = null, ended_on = null,
         ended_because = null where id = $1 and released_at is not null
         and not exists (select 1 from custody_episode e where e.person_id = $2 and e.id <> $1 and e.ended_on is null)`,
      [episodeId, personId],
    )
  },
  'released again': (world: World) => {
    const { episodeId, gate } = someCase(world)
    return world.run(
      `update custody_episode set released_at = $2::timestamptz, learned_at = $2::timestamptz, release_recorded_at = $2::timestamptz, release_kind = 'planned',
         ended_on = greatest(admitted_on, $2::timestamptz::date), ended_because = 'released' where id = $1 and released_at is null`,
      [episodeId, gate],
    )
  },
  pressed: (world: World) => {
    const { episodeId, gate } = someCase(world)
    return world.run(
      `insert into release_record (id, episode_id, released_at, learned_at, recorded_at, kind, turned_items, sent_handoffs, service_id, recorded_by,
         request_id, was_ready, had_whole_pack)
       values ($1, $2, $3::timestamptz, $3::timestamptz, app.now(), 'unplanned', '{}', '{}', $4, $5, $6, $7, $8)`,
      [
        newId(),
        episodeId,
        gate,
        world.scene.services.northgate,
        world.scene.people.northgateNurse.accountId,
        newId(),
        world.draw() < 0.5,
        world.draw() < 0.5,
      ],
    )
  },
  'treatment ended': (world: World) => {
    const { episodeId, gate } = someCase(world)
    return world.run('update medication_treatment set ended_on = $2, version = version + 1 where episode_id = $1', [
      episodeId,
      world.draw() < 0.4
        ? null
        : new Date(gate.getTime() + Math.floor(world.draw() * 20 - 10) * 24 * HOUR).toISOString().slice(0, 10),
    ])
  },
  handoff: (world: World) => {
    const status = pick(world, ['done', 'in-progress', 'returned'])
    return world.run(
      `update handoff set status = $2::text, outcome = case when $2::text = 'done' then 'as-planned' end, version = version + 1
       where episode_id = $1 and status in ('accepted', 'in-progress')`,
      [someCase(world).episodeId, status],
    )
  },
  restricted: (world: World) =>
    world.run(
      `insert into restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
       select $1::uuid, $2::uuid, 'threatened', current_date + 30, app.now(), $3::uuid, $4::uuid
       where not exists (select 1 from restriction r where r.person_id = $2::uuid and r.lifted_at is null)`,
      [newId(), someCase(world).personId, world.scene.people.northgateNurse.accountId, world.scene.services.northgate],
    ),
  opened: (world: World) =>
    world.run(
      `update restriction set lifted_at = app.now(), lifted_by = set_by, lifted_because = 'over' where lifted_at is null`,
    ),
  erased: async (world: World) => {
    const one = someCase(world)
    world.cases = world.cases.filter(({ personId }) => personId !== one.personId)
    await world.run('select app.erase_persons($1)', [[one.personId]])
    return 1
  },
  zone: (world: World) =>
    world.run('update service set time_zone = $2 where id = $1', [
      world.scene.services.eastfield,
      pick(world, ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Oslo', 'Asia/Kolkata']),
    ]),
}
