import { readFileSync } from 'node:fs'
import { freshDatabase } from '@throughcare/db/testing/fresh-database'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { foldMoves, type HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellLives } from './demo-data.ts'
import { loadDemo } from './load-rows.ts'
import { setStage } from './stage.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let owner: pg.Client
let seconds = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  const began = performance.now()
  expect(await loadDemo(owner, () => undefined)).toMatchObject({ kind: 'loaded', persons: 2000 })
  seconds = (performance.now() - began) / 1000
}, 300_000)
afterAll(async () => {
  await owner.end()
  await fresh.drop()
})

const numberOf = async (sql: string): Promise<number> =>
  Number((await owner.query<{ n: string }>(`select count(*) as n ${sql}`)).rows[0]?.n)

describe('the demo in the database', () => {
  it('is 3 prisons, 8 community services in 3 countries, a region and an administration, and says that it is invented', async () => {
    const kinds = await owner.query<{ kind: string; n: string }>(
      `select case when kind in ('prison-health', 'region', 'administration') then kind else 'community' end as kind, count(*) as n
       from service where demo group by 1 order by 1`,
    )
    expect(kinds.rows.map(({ kind, n }) => `${n} ${kind}`)).toEqual([
      '1 administration',
      '8 community',
      '3 prison-health',
      '1 region',
    ])
    expect(await numberOf('from (select distinct country from service) c')).toBe(3)
    expect(await numberOf('from service where not demo')).toBe(0)
    expect(await numberOf('from person where not demo')).toBe(0)
    expect(await numberOf(`from account where not demo and email <> 'system@throughcare.invalid'`)).toBe(0)
    expect((await owner.query('select purpose from installation')).rows).toEqual([{ purpose: 'demo' }])
    console.log(`loaded in ${seconds.toFixed(1)} s`)
  })

  it.each<[string, number, string]>([
    [
      'released over eighteen months',
      1_500,
      `from custody_episode where released_at > app.now() - interval '18 months'`,
    ],
    ['released a year and more ago', 300, `from custody_episode where released_at < app.now() - interval '12 months'`],
    ['in custody now', 300, `from custody_episode where ended_on is null`],
    // On a Sunday afternoon those of Friday morning are out for longer.
    ['out in the last 48 hours', 3, `from custody_episode where released_at > app.now() - interval '48 hours'`],
    [
      'leaving today',
      4,
      `from custody_episode where ended_on is null and release_date = (app.now() at time zone 'UTC')::date`,
    ],
    [
      'leaving within a week',
      20,
      `from custody_episode where ended_on is null
      and release_date between (app.now() at time zone 'UTC')::date and (app.now() at time zone 'UTC')::date + 7`,
    ],
    [
      'leaving within 28 days',
      60,
      `from custody_episode where ended_on is null
      and release_date between (app.now() at time zone 'UTC')::date and (app.now() at time zone 'UTC')::date + 27`,
    ],
    ['prescriptions for the days after the gate', 10, 'from bridging_prescription'],
    ['plans against closed days', 3, 'from cover_plan where ended_at is null'],
    ['plans that a prescriber signed', 1, 'from cover_plan where signed_on is not null'],
    ['used kits', 15, `from naloxone_kit where state = 'used'`],
    ['kits that replaced them', 8, 'from naloxone_kit where replaces_id is not null'],
    ['agreed lateness', 2, 'from agreed_lateness'],
    ['standing packs', 20, 'from minimum_pack'],
    ['in hospital now', 1, `from custody_event where kind = 'hospital'`],
    ['days that places have confirmed', 2, 'from service_day'],
    ['an approved local protocol', 1, `from rule_set_version where state = 'approved'`],
    ['a protocol that waits for approval', 1, `from rule_set_version where state = 'proposed'`],
    ['on remand now', 60, `from custody_episode where ended_on is null and legal_status = 'remand'`],
    [
      'whose day has passed without a word',
      2,
      `from custody_episode where ended_on is null
      and release_date < (app.now() at time zone 'UTC')::date`,
    ],
    ['freed by a court', 250, `from custody_episode where release_kind = 'unplanned'`],
    [
      'released on a Friday',
      350,
      `from custody_episode where extract(isodow from released_at at time zone 'Europe/London') = 5`,
    ],
    ['recalled: a second stay', 60, `from (select person_id from custody_episode group by 1 having count(*) > 1) p`],
    ['told to be back in custody', 40, `from outcome where kind = 'back-in-custody'`],
    ['moved between prisons', 40, `from custody_stay where until_at is not null`],
    [
      'going home to another country',
      40,
      `from custody_episode e join custody_stay s on s.episode_id = e.id and s.until_at is null
      join service p on p.id = s.prison_service_id where e.release_country <> p.country`,
    ],
    ['plans with what England asks for', 500, `from care_plan where rule_set like '%+gb-england-wales-%'`],
    ['plans with what Norway asks for', 100, `from care_plan where rule_set like '%+no-%'`],
    ['plans with what Germany asks for', 40, `from care_plan where rule_set like '%+de-%'`],
    [
      'who have their health cover in Germany still to be applied for',
      5,
      `from checklist_item where code = 'benefits-de-social-assistance-cover' and status = 'open'`,
    ],
    ['who want help for a partner', 80, `from partner_wish where wish = 'yes'`],
    ['without an address', 500, `from case_fact where code = 'has-address' and value = '"no"'`],
    ['on maintenance treatment', 700, `from medication_treatment`],
    ['on an injection that lasts', 150, `from medication_treatment where rhythm = 'depot'`],
    [
      'whose last dose nobody knows',
      20,
      `from medication_treatment t join custody_episode e on e.id = t.episode_id
      where e.released_at is not null and not exists (select from dose d where d.treatment_id = t.id) and t.regime_confirmed_on is null`,
    ],
    ['with doses for a weekend', 80, `from dose where kind = 'take-home' and to_day > for_day`],
    ['doses recorded late', 30, `from dose where late_entry`],
    ['doses said not to be taken', 3, `from dose where outcome = 'not-taken'`],
    ['handoffs nobody has answered in time', 2, `from handoff where status = 'sent' and due_at < app.now()`],
    ['handoffs rejected', 60, `from handoff_move where move = 'reject'`],
    ['handoffs waiting for their sender after a rejection', 1, `from handoff where status = 'rejected'`],
    [
      'handoffs gone on to a fallback',
      20,
      `from handoff h join handoff p on p.id = h.previous_id where p.status = 'timed-out'`,
    ],
    ['handoffs taken on by a named worker', 1_500, `from handoff where worker_id is not null`],
    ['first nights known', 500, `from outcome where kind = 'first-night'`],
    ['who did not arrive', 80, `from outcome where kind = 'did-not-arrive'`],
    ['who died', 2, `from outcome where kind = 'died'`],
    ['kits in hand', 300, `from naloxone_kit where state = 'handed-over'`],
    ['kits left in prison', 60, `from naloxone_kit where state = 'left-in-prison'`],
    ['own words', 300, `from own_words`],
    [
      'a dosing point closed in the next days',
      1,
      `from service_closure c join service s on s.id = c.service_id and s.can_dose
      where c.from_day between (app.now() at time zone 'UTC')::date and (app.now() at time zone 'UTC')::date + 9`,
    ],
  ])('has people %s: at least %i', async (_, least, sql) => {
    expect(await numberOf(sql)).toBeGreaterThanOrEqual(least)
  })

  it('lies in the past: nothing was recorded after the first minute of the day', async () => {
    for (const [table, column] of [
      ['handoff_move', 'at'],
      ['dose', 'recorded_at'],
      ['outcome', 'recorded_at'],
      ['contact_attempt', 'recorded_at'],
      ['checklist_item_change', 'at'],
      ['case_fact', 'recorded_at'],
      ['custody_episode', 'release_recorded_at'],
      ['release_date_change', 'changed_at'],
    ])
      expect([
        table,
        await numberOf(
          `from ${table} where ${column} > date_trunc('day', app.now() at time zone 'UTC') at time zone 'UTC'`,
        ),
      ]).toEqual([table, 0])
  })

  it('has claimed nothing before the gate that can only be claimed after it', async () => {
    expect(
      await numberOf(`from checklist_item i join custody_episode e on e.id = i.episode_id
        where i.code in ('benefits-gb-universal-credit', 'benefits-de-jobcenter-claim', 'belongings-collect')
          and i.status = 'done' and (e.released_at is null or i.status_at < e.released_at)`),
    ).toBe(0)
  })

  it('has histories whose sum is the state (I-2)', async () => {
    const { rows } = await owner.query<{ status: string; moves: HandoffMove[]; version: number }>(
      `select h.status, h.version, array_agg(m.move order by m.at, m.id) as moves from handoff h
       join handoff_move m on m.handoff_id = h.id group by h.id`,
    )
    expect(rows.length).toBe(await numberOf('from handoff'))
    expect(
      rows.filter(({ status, moves, version }) => foldMoves(moves) !== status || version !== moves.length - 1),
    ).toEqual([])
    expect(
      await numberOf(`from checklist_item i where i.status is distinct from (select c.to_status from checklist_item_change c
        where c.item_id = i.id order by c.at desc, c.from_status nulls first, c.id desc limit 1)`),
    ).toBe(0)
    expect(
      await numberOf(`from custody_episode e where (e.release_date, e.release_certainty) is distinct from
        (select (c.release_date, c.release_certainty) from release_date_change c
          where c.episode_id = e.id order by c.changed_at desc, c.id desc limit 1)`),
    ).toBe(0)
  })

  it('has parts that end as they would have: a service sees a case for thirty days after its own work', async () => {
    expect(
      await numberOf(`from case_part p join custody_episode e on e.id = p.episode_id join service s on s.id = p.service_id
        where s.kind = 'prison-health' and e.released_at < app.now() - interval '30 days' and p.until > app.now()`),
    ).toBe(0)
    expect(await numberOf(`from case_part where relation = 'closing' and until > app.now() + interval '31 days'`)).toBe(
      0,
    )
    expect(await numberOf(`from case_part where relation = 'closing' and until < app.now()`)).toBeGreaterThan(1_000)
  })

  it('has one plan a case, and each item one accountable service that takes part (I-1)', async () => {
    expect(await numberOf('from care_plan')).toBe(await numberOf('from custody_episode'))
    expect(
      await numberOf(`from checklist_item i where not exists
        (select from case_part p where p.episode_id = i.episode_id and p.service_id = i.accountable_service_id)`),
    ).toBe(0)
  })

  it('has every open handoff with somebody who works there, so that the team’s page shows all of them', async () => {
    const held = `from handoff h where status in ('accepted', 'in-progress')`
    expect(await numberOf(held)).toBeGreaterThan(100)
    expect(
      await numberOf(`${held} and not exists
        (select from membership m where m.account_id = h.worker_id and m.service_id = h.receiving_service_id)`),
    ).toBe(0)
  })

  it('loads once: a second load finds it there', async () => {
    expect(await loadDemo(owner, () => undefined)).toEqual({ kind: 'already-there' })
  })

  it('I08: is refused in a database made for real use', async () => {
    const other = await freshDatabase()
    const client = new pg.Client({ connectionString: other.ownerUrl })
    await client.connect()
    await client.query(`insert into installation (one_row, purpose) values (true, 'production')`)
    await expect(loadDemo(client, () => undefined)).rejects.toThrow('made for real use')
    expect((await client.query('select from service')).rows).toEqual([])
    await client.query(`delete from installation`)
    await client.query(`insert into area (id, country, name) values (gen_random_uuid(), 'GB', 'Somewhere')`)
    await client.query(`insert into service (id, name, kind, country, area_id, time_zone)
      select gen_random_uuid(), 'A prison', 'prison-health', 'GB', id, 'Europe/London' from area`)
    await client.query(`insert into person (id, family_name, given_names, other_names, name_key, sex, languages, created_by_service_id, created_at)
      select gen_random_uuid(), 'Real', 'Person', '{}', 'real person', 'unknown', '{}', id, now() from service`)
    await expect(loadDemo(client, () => undefined)).rejects.toThrow('who are not of the demo')
    await client.end()
    await other.drop()
  })
})

describe('the demo before it is written', () => {
  const day = getPlainDate('2026-11-22')

  it('is the same for the same day and another for another day', () => {
    // Each life is thrown by itself, so that some of them speak for all.
    const once = JSON.stringify(tellLives(setStage(day), 7))
    expect(JSON.stringify(tellLives(setStage(day), 7)) === once).toBe(true)
    expect(JSON.stringify(tellLives(setStage(getPlainDate('2026-11-23')), 7)) === once).toBe(false)
    expect(JSON.stringify(setStage(day).rows)).toBe(JSON.stringify(setStage(day).rows))
  })

  it.each(['2026-03-26', '2026-12-24', '2028-02-29', '2026-10-25'])('can be told on %s as well', (text) => {
    const rows = tellLives(setStage(getPlainDate(text)), 10)
    expect([rows.person.length, rows.handoff.length > 200]).toEqual([200, true])
  })

  it('throws no dice of its own', () => {
    for (const file of ['chance.ts', 'demo-data.ts', 'stage.ts', 'handoff-story.ts', 'after-release.ts'])
      expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/Math\.random|Date\.now|new Date\(\)/)
  })
})
