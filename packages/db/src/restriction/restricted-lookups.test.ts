import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Tables that tell of a person or a case. */
const OF_SOMEBODY = `\\m(person|person_identifier|person_merge|custody_episode|custody_stay|case_part|handoff|handoff_move|dose|outcome|notice|release_record)\\M`
const ASKS = `app\\.(admits|may_know|closed_persons|closed_cases|circle_of|may_restrict|may_change_circle)\\M|\\mcircle\\M`

/** Functions that read such a table past the policies and need not ask: each with the reason. */
const NEED_NOT: Readonly<Record<string, string>> = {
  alerts_to_look_at: 'the system: alerts of restricted records are worked out as well',
  counted_records: 'the system: says of each release whether it is restricted, and such are in no total',
  denied_lately: 'how often the asker was denied themselves',
  follow_sharing_ends: 'the system',
  gaps_to_work_out: 'the system',
  handoff_steps_due: 'the system: deadlines of restricted records run as well',
  is_heir: 'the system: yes or no about an agreement of two services',
  measure_grown_tables: 'counts pages, tells nobody',
  measure_tables: 'counts pages, tells nobody',
  messages_delayed_since: 'one instant for the whole house, about no case',
  opened_episode: 'yes or no about an episode that the asker opened in this very transaction',
  refused_filters: 'entries about figures, which name a group and no case',
  releases_behind: 'the system: the order in which releases are counted anew',
  second_figures: 'the system: restricted records are in none of its totals',
  simulation_facts: 'the system: restricted records are in no replay',
  sweep_notices: 'the system: deletes what is old',
  take_back_in: 'through find_released, which asks',
  tell_parts:
    'on the word of an event or outcome that the asking service wrote under the policies; tells ids of services',
  trail_after: 'the system: seals every entry',
  trail_without_content: 'that somebody did something, to administrators: no case, no person',
  untell_parts: 'on the word of an answer that the asker wrote under the policies',
  withdraw_notice: 'takes a notice of the asking service back by its key; tells nothing',
}

it('A17: every function that looks past the policies at persons or cases asks who may know of them', async () => {
  const { rows } = await scene.owner.query<{ name: string; asks: boolean }>(
    `select p.proname as name, p.prosrc ~ $2 as asks
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'app' and p.prosecdef and p.prosrc ~ $1 and has_function_privilege('throughcare_app', p.oid, 'execute')
     order by 1`,
    [OF_SOMEBODY, ASKS],
  )
  expect(rows.filter(({ asks }) => asks).length).toBeGreaterThan(25)
  expect(
    rows
      .filter(({ name, asks }) => !asks && !Object.hasOwn(NEED_NOT, name))
      .map(({ name }) => `app.${name}: ask app.admits of the part, or app.may_know of the person (docs/adr/0145)`),
  ).toEqual([])
  const silent = rows.filter(({ asks }) => !asks).map(({ name }) => name)
  expect(Object.keys(NEED_NOT).filter((name) => !silent.includes(name))).toEqual([])
})

it('A17: the policy of parts asks, and every table of a case looks at parts, or asks by itself', async () => {
  const { rows: parts } = await scene.owner.query<{ qual: string }>(
    `select qual from pg_policies where tablename = 'case_part' and 'throughcare_app' = any (roles)`,
  )
  expect(parts.map(({ qual }) => /app\.admits\(circle\)/.test(qual))).toEqual([true])
  const { rows } = await scene.owner.query<{ name: string; quals: string }>(
    `select c.relname as name, (select string_agg(concat(p.qual, ' ', p.with_check), ' ') from pg_policies p
        where p.tablename = c.relname and 'throughcare_app' = any (p.roles) and p.cmd in ('SELECT', 'ALL')) as quals
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege('throughcare_app', c.oid, 'select')
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('episode_id', 'person_id', 'handoff_id')
         and not a.attisdropped)`,
  )
  expect(rows.length).toBeGreaterThan(40)
  expect(
    rows
      .filter(
        ({ quals }) =>
          !/case_part|closed_(cases|persons)|handoff h|data_request r|may_talk|holds_person/.test(quals ?? ''),
      )
      .map(({ name }) => name)
      .toSorted(),
    // The last two are the system's alone.
  ).toEqual(['case_part', 'notice', 'counted_release', 'release_to_count'].toSorted())
})
