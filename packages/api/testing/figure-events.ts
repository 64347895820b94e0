import { newId } from '@throughcare/db/uuid'
import { compareFigures } from '../src/continuity/compare-figures.ts'
import { followFigures, rebuildFigures } from '../src/continuity/follow-figures.ts'
import type { Scene } from './scene.ts'
import { type ToldRelease, tellRelease } from './told-release.ts'

/** What came of it: how many events of each kind, and the counts that the two computations did not agree on. */
export type EventsCompared = { events: number; kinds: Record<string, number>; compared: number; differing: string[] }

/** The figures are compared after so many events. */
const BETWEEN = 100
const HOUR = 3_600_000

type Known = { episodeId: string; personId: string; gate: Date }
/** What of a scene is asked for. */
type EventScene = Pick<Scene, 'owner' | 'services' | 'people' | 'setClock' | 'aCase'>

type World = {
  scene: EventScene
  now: Date
  cases: Known[]
  draw: () => number
  run: (text: string, values?: readonly unknown[]) => Promise<number>
}

/**
 * Lets so many things happen to releases in any order: recorded late, corrected, taken back, erased, restricted; the clock moves on
 * and clocks of other zones are read. Every hundred events the worker counts what changed and the figures are computed a second time;
 * in the middle everything is counted anew from the beginning. The same seed lets the same happen.
 */
export async function letEventsHappen(scene: EventScene, seed: number, events: number): Promise<EventsCompared> {
  const draw = drawFrom(seed)
  const world: World = {
    scene,
    draw,
    now: new Date('2026-03-20T09:00:00Z'),
    cases: [],
    run: async (text, values = []) => (await scene.owner.query(text, [...values])).rowCount ?? 0,
  }
  await scene.setClock(world.now)
  await world.run(`update service set time_zone = 'Pacific/Auckland' where id = $1`, [scene.services.eastfield])
  const kinds: Record<string, number> = {}
  const differing: string[] = []
  let compared = 0
  for (let done = 0; done < events; ) {
    const [kind, happen] = world.cases.length < 12 ? (['release', EVENTS.release] as const) : anyOf(draw, WEIGHTED)
    if ((await happen(world).catch(refusedByConstraint)) === 0) continue
    done += 1
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (done === Math.floor(events / 2)) await rebuildFigures()
    if (done % BETWEEN !== 0 && done !== events) continue
    await followFigures()
    const found = await compareFigures()
    compared += found.compared
    for (const each of found.differing)
      differing.push(
        `after ${done}: ${each.measure} ${each.month} ${each.outcome} ${each.detail} of ${nameOf(scene, each.scopeId)}`,
      )
    if (differing.length > 0) break
  }
  return { events, kinds, compared, differing }
}

/** What the database does not let happen did not. Anything else is a fault of this test. */
function refusedByConstraint(error: { code?: string }): number {
  if (error.code?.startsWith('23') !== true) throw error
  return 0
}

/** What can happen; how many rows it touched. */
const EVENTS = {
  release: async (world: World) => {
    const releasedAt = new Date(world.now.getTime() - Math.floor(world.draw() * 45 * 24) * HOUR)
    const told = await tellRelease(world.scene, anyRelease(world, releasedAt))
    world.cases.push({ ...told, gate: releasedAt })
    return 1
  },
  clock: async (world: World) => {
    world.now = new Date(world.now.getTime() + Math.ceil(world.draw() * 40) * HOUR)
    await world.scene.setClock(world.now)
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
        new Date(world.now.getTime() - Math.floor(world.draw() * 40) * 24 * HOUR).toISOString().slice(0, 10),
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

/** How many times as often as the rarest; what is not named, three times. */
const OFTEN: Readonly<Record<string, number>> = {
  release: 12,
  dose: 12,
  erased: 1,
  zone: 1,
  opened: 1,
  clock: 4,
  restricted: 2,
  'release undone': 1,
}

type Happening = readonly [kind: string, happen: (world: World) => Promise<number>]

/** Rare ones once, the ordinary ones more often. */
const WEIGHTED: readonly Happening[] = Object.entries(EVENTS).flatMap(([kind, happen]) =>
  Array.from({ length: OFTEN[kind] ?? 3 }, (): Happening => [kind, happen]),
)

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

function someCase({ cases, draw }: World): Known {
  const one = cases[Math.floor(draw() * cases.length)]
  if (!one) throw new Error('nobody was released')
  return one
}

function pick<T>({ draw }: Pick<World, 'draw'>, among: readonly T[]): T {
  return anyOf(draw, among)
}

function anyOf<T>(draw: () => number, among: readonly T[]): T {
  const one = among[Math.floor(draw() * among.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

function nameOf({ services }: EventScene, id: string): string {
  return Object.entries(services).find(([, each]) => each === id)?.[0] ?? id
}

/** The same numbers between 0 and 1 for the same seed. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
