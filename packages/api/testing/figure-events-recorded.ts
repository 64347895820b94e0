import { newId } from '@throughcare/db/uuid'
import { HOUR, pick, someCase, type World } from './figure-world.ts'
import { type ToldRelease, tellRelease } from './told-release.ts'

/** What people record of a release, in time or late; how many rows it touched. */
export const RECORDED = {
  release: async (world: World) => {
    const releasedAt = new Date(world.now.getTime() - Math.floor(world.draw() * 45 * 24) * HOUR)
    const told = await tellRelease(world.scene, anyRelease(world, releasedAt))
    world.cases.push({ ...told, gate: releasedAt })
    return 1
  },
  dose: (world: World) => {
    const { episodeId, gate } = someCase(world)
    const at = new Date(Math.min(gate.getTime() + Math.floor(world.draw() * 30 * 24 - 48) * HOUR, world.now.getTime()))
    const isTakeHome = world.draw() < 0.25
    const day = at.toISOString().slice(0, 10)
    return world.run(
      `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id)
       select $1::uuid, t.id, t.episode_id, $2::text, $3::text, $4::date, $4::date + $5::int, $6::timestamptz, app.now(), $7::uuid, $8::uuid from medication_treatment t
       where t.episode_id = $9::uuid limit 1`,
      [
        newId(),
        isTakeHome ? 'take-home' : 'supervised',
        isTakeHome ? 'issued' : pick(world, ['given', 'given', 'given', 'given-elsewhere', 'declined', 'unknown']),
        day,
        isTakeHome ? Math.floor(world.draw() * 4) : 0,
        world.draw() < 0.15 ? null : at,
        world.scene.people.harbourWorker.accountId,
        at < gate ? world.scene.services.northgate : world.scene.services.harbour,
        episodeId,
      ],
    )
  },
  'corrected dose': (world: World) =>
    world.run(
      `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id,
         corrects_dose_id, reason)
       select $1::uuid, d.treatment_id, d.episode_id, d.kind, case when d.kind = 'take-home' and $2::float8 < 0.5 then 'not-taken'
           when $2::float8 < 0.6 then 'entered-in-error' when $2::float8 < 0.8 then 'declined' else d.outcome end,
         d.for_day, d.to_day, case when $2::float8 < 0.8 then null else d.given_at + interval '30 hours' end,
         greatest(app.now(), d.recorded_at + interval '31 hours'), d.recorded_by, d.service_id, d.id, 'put right'
       from dose d where d.episode_id = $3::uuid and d.outcome <> 'entered-in-error' order by md5(d.id::text || ($2::float8)::text) limit 1`,
      [newId(), world.draw(), someCase(world).episodeId],
    ),
  kit: (world: World) => {
    const { episodeId, gate } = someCase(world)
    const isHanded = world.draw() < 0.7
    return world.run(
      `insert into naloxone_kit (id, episode_id, state, holder, handed_at, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, app.now(), $6)`,
      [
        newId(),
        episodeId,
        isHanded ? 'handed-over' : pick(world, ['in-property', 'left-in-prison', 'declined']),
        pick(world, ['person', 'person', 'supporter', 'household']),
        isHanded ? new Date(gate.getTime() + Math.floor(world.draw() * 300 - 60) * HOUR) : null,
        world.scene.people.northgateNurse.accountId,
      ],
    )
  },
  outcome: (world: World) => {
    const { episodeId, gate } = someCase(world)
    const kind = pick(world, ['first-night', 'first-night', 'arrived', 'died', 'back-in-custody'])
    return world.run(
      `insert into outcome (id, episode_id, category, kind, value, at, service_id, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, app.now(), $8)`,
      [
        newId(),
        episodeId,
        kind === 'first-night' ? 'housing' : 'release',
        kind,
        kind === 'first-night' ? pick(world, ['confirmed-bed', 'other-address', 'street', 'unknown']) : null,
        new Date(gate.getTime() + Math.floor(world.draw() * 600) * HOUR),
        world.scene.services.harbour,
        world.scene.people.harbourWorker.accountId,
      ],
    )
  },
  answer: (world: World) => {
    const isDose = world.draw() < 0.6
    return world.run(
      `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
       values ($1, $2, $3, 'known', $4, app.now(), $5)
       on conflict (episode_id, code) do update set value = excluded.value, version = case_fact.version + 1`,
      [
        someCase(world).episodeId,
        isDose ? 'dose' : 'opioid-need',
        isDose ? 'omt' : 'naloxone',
        JSON.stringify(isDose ? pick(world, ['on-omt', 'wants-omt', 'not-on-omt']) : pick(world, ['yes', 'no'])),
        world.scene.people.northgateNurse.accountId,
      ],
    )
  },
  item: (world: World) => {
    const { episodeId, gate } = someCase(world)
    const code = pick(world, ['omt-start-treatment', 'benefits-claim', 'benefits-claim', 'omt-first-dose'])
    return world
      .run(
        `with changed as (update checklist_item set status = $4::text, status_at = $5::timestamptz, reason = 'said so', version = version + 1
         where episode_id = $2::uuid and code = $3::text returning id)
       insert into checklist_item (id, care_plan_id, episode_id, area, code, accountable_service_id, owner_side, status, reason, status_at)
       select $1::uuid, p.id, p.episode_id, split_part($3::text, '-', 1), $3::text, $6::uuid, 'community', $4::text, 'said so', $5::timestamptz
       from care_plan p where p.episode_id = $2::uuid and not exists (select 1 from checklist_item i where i.episode_id = $2::uuid and i.code = $3::text)`,
        [
          newId(),
          episodeId,
          code,
          pick(world, ['done', 'done', 'declined', 'not-needed', 'in-progress']),
          new Date(gate.getTime() + Math.floor(world.draw() * 500 - 100) * HOUR),
          world.scene.services.harbour,
        ],
      )
      .then(() => 1)
  },
  'own words': (world: World) => {
    const kind = pick(world, ['strategy', 'goal', 'as-said', 'chose-not-to'])
    return world.run(
      `insert into own_words (id, episode_id, version, kind, words, language, recorded_at, recorded_by)
       select $1::uuid, $2::uuid, coalesce((select max(w.version) from own_words w where w.episode_id = $2::uuid), 0) + 1, $3::text, $4::text, 'en', app.now(), $5::uuid`,
      [
        newId(),
        someCase(world).episodeId,
        kind,
        kind === 'chose-not-to' ? null : 'what was said',
        world.scene.people.northgateNurse.accountId,
      ],
    )
  },
  supporter: (world: World) =>
    world.run(
      `insert into supporter (id, episode_id, name, role, is_crisis_contact, consent, consent_on, may_be_told, withdrawn_at, recorded_at, recorded_by)
       values ($1, $2, 'Somebody', 'everyday', false, $3::text, case when $3::text <> 'not-asked' then current_date end, '{}', case when $4::boolean then app.now() end,
         app.now(), $5)`,
      [
        newId(),
        someCase(world).episodeId,
        pick(world, ['yes', 'yes', 'no', 'not-asked']),
        world.draw() < 0.2,
        world.scene.people.northgateNurse.accountId,
      ],
    ),
  contact: (world: World) => {
    const { episodeId, gate } = someCase(world)
    return world.run(
      `insert into contact_attempt (id, episode_id, service_id, channel, outcome, at, recorded_at, recorded_by)
       values ($1, $2, $3, 'phone', $4, $5, app.now(), $6)`,
      [
        newId(),
        episodeId,
        world.scene.services.harbour,
        pick(world, ['reached', 'reached', 'no-answer']),
        new Date(gate.getTime() + Math.floor(world.draw() * 400 - 24) * HOUR),
        world.scene.people.harbourWorker.accountId,
      ],
    )
  },
  barrier: (world: World) =>
    world.run(
      `with before as (select b.id, max(b.version) as version from barrier b where b.episode_id = $2::uuid and $4::float8 < 0.5 group by b.id limit 1)
       insert into barrier (id, episode_id, version, area, code, level, recorded_at, recorded_by)
       select coalesce((select id from before), $1::uuid), $2::uuid, coalesce((select version from before), 0) + 1, 'partner', $3, 'service', app.now(), $5::uuid`,
      [
        newId(),
        someCase(world).episodeId,
        pick(world, ['no-couples', 'no-couples', 'waiting-list']),
        world.draw(),
        world.scene.people.northgateNurse.accountId,
      ],
    ),
  supply: (world: World) => {
    const { episodeId, gate } = someCase(world)
    const counted = new Date(gate.getTime() + Math.floor(world.draw() * 60 - 20) * 24 * HOUR).toISOString().slice(0, 10)
    return world.run(
      `with before as (select h.id, max(h.version) as version from health_supply h where h.episode_id = $1::uuid and $6::float8 < 0.7 group by h.id limit 1)
       insert into health_supply (id, episode_id, version, category, kind, counted_on, supply_days, state, recorded_at, recorded_by)
       select coalesce((select id from before), $2::uuid), $1::uuid, coalesce((select version from before), 0) + 1, 'hiv-hcv', 'hiv', $3::date, $4::int, $5, app.now(), $7::uuid`,
      [
        episodeId,
        newId(),
        counted,
        Math.floor(world.draw() * 30),
        pick(world, ['under-way', 'under-way', 'under-way', 'stopped']),
        world.draw(),
        world.scene.people.northgateNurse.accountId,
      ],
    )
  },
}

function anyRelease(world: World, releasedAt: Date): ToldRelease {
  const chance = (share: number) => world.draw() < share
  const sent = -Math.floor(world.draw() * 120)
  const day = (days: number) => new Date(releasedAt.getTime() + days * 24 * HOUR).toISOString().slice(0, 10)
  return {
    name: `Any ${world.cases.length}`,
    releasedAt,
    prison: chance(0.4) ? 'eastfield' : 'northgate',
    kind: pick(world, ['planned', 'planned', 'short-notice', 'unplanned']),
    ...(chance(0.7)
      ? {
          treatment: {
            medicine: chance(0.8) ? 'methadone' : 'buprenorphine-monthly-depot',
            rhythm: pick(world, ['daily', 'daily', 'alternate-days']),
            dosing: 'harbour',
          },
          doses: [
            { at: -3, day: day(0), by: 'northgate' },
            ...(chance(0.6) ? [{ at: 20, day: day(1) }] : []),
            ...(chance(0.3)
              ? [{ at: -2, day: day(0), toDay: day(3), kind: 'take-home', by: 'northgate' } as const]
              : []),
          ],
        }
      : {}),
    ...(chance(0.6) ? { answers: { dose: pick(world, ['on-omt', 'wants-omt', 'not-on-omt']) } } : {}),
    handoffs: [
      ...(chance(0.7)
        ? [
            {
              moves: [
                ['send', sent] as const,
                ...(chance(0.7) ? [[pick(world, ['acknowledge', 'accept'] as const), sent + 30] as const] : []),
              ],
            },
          ]
        : []),
      ...(chance(0.3)
        ? [{ area: 'housing', to: 'haven', moves: [['send', sent] as const, ['accept', sent + 10] as const] } as const]
        : []),
      ...(chance(0.2)
        ? [{ to: 'riverside', moves: [['send', sent] as const, ['time-out', sent + 24] as const] } as const]
        : []),
      ...(chance(0.15) ? [{ area: 'partner', to: 'harbour', moves: [['send', sent] as const] } as const] : []),
      ...(chance(0.15)
        ? [
            {
              area: 'naloxone',
              to: 'millLane',
              moves: [['send', sent] as const, ['reject', sent + 5, 'person-declined'] as const],
            } as const,
          ]
        : []),
    ],
  }
}
