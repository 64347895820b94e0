import { CATEGORIES_OF_AREA } from '@throughcare/domain/access/categories-of-area'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { CATEGORIES_OF_KIND, SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { asActor } from './as-actor.ts'

let scene: Scene
let app: pg.Client

beforeAll(async () => {
  scene = await openScene()
  app = new pg.Client({ connectionString: scene.appUrl })
  await app.connect()
  await scene.aCase()
})
afterAll(async () => {
  await app.end()
  await scene.close()
})

/** Tables that anybody with a hat may read: they name no person who left prison. */
const REFERENCE_TABLES = [
  'account',
  'area',
  'membership',
  'public_holiday',
  'rule_set_version',
  'service',
  'service_admission',
  'service_change',
  'service_closure',
  'service_closure_removal',
  'service_day',
  'service_hours',
]

const everyTable = async (): Promise<string[]> => {
  const { rows } = await scene.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations' order by 1`,
  )
  return rows.map((row) => row.name)
}

const readable = async (table: string): Promise<boolean> => {
  const { rows } = await scene.owner.query<{ can: boolean }>(
    `select has_any_column_privilege('throughcare_app', $1, 'select') as can`,
    [table],
  )
  return rows[0]?.can ?? false
}

describe('rights in the database', () => {
  it('A07: every table has row level security, forced, and the owner policy', async () => {
    const { rows } = await scene.owner.query<{ name: string; on: boolean; forced: boolean; policies: string }>(
      `select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
         (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`,
    )
    expect(rows.length).toBeGreaterThan(30)
    // Partitions are reached through their parent, which has the policies; alone they answer nobody.
    const wrong = rows.filter(
      (row) => !row.on || !row.forced || (row.policies === '0' && !/^audit_entry_/.test(row.name)),
    )
    expect(wrong).toEqual([])
  })

  it('A07: the app role owns nothing, and nobody of ours is superuser or passes row level security by', async () => {
    const { rows: owned } = await scene.owner.query(
      `select relname from pg_class where relowner = 'throughcare_app'::regrole
       union all select proname from pg_proc where proowner = 'throughcare_app'::regrole`,
    )
    expect(owned).toEqual([])
    const { rows: roles } = await scene.owner.query(
      `select rolname from pg_roles where rolname in ('throughcare_owner', 'throughcare_app', 'throughcare_lookup') and (rolsuper or rolbypassrls)`,
    )
    expect(roles).toEqual([])
  })

  it('A07: every function that runs as its owner has a fixed search_path and is not for everybody', async () => {
    const { rows } = await scene.owner.query<{ name: string; fixed: boolean; everybody: boolean }>(
      `select p.proname as name, coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false) as fixed,
         has_function_privilege('public', p.oid, 'execute') as everybody
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.prosecdef`,
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter((row) => !row.fixed || row.everybody)).toEqual([])
  })

  it('asks every add and change of a row of a case for what the part may write, not for what it may read', async () => {
    const { rows } = await scene.owner.query<{ name: string; asks: string }>(
      `select policyname as name, concat(qual, with_check) as asks from pg_policies
       where cmd <> 'SELECT' and 'throughcare_app' = any (roles) and concat(qual, with_check) ~ 'case_part'`,
    )
    expect(rows.filter(({ asks }) => /\bp\.writes\b/.test(asks)).length).toBeGreaterThan(20)
    expect(
      rows
        .filter(({ asks }) => /\bp\.categories\b/.test(asks))
        .map(({ name }) => `${name}: ask for p.writes, or let the migration call app.ask_for_writes()`),
    ).toEqual([])
  })

  it('A04: without a session every table that can be read is empty', async () => {
    let examined = 0
    for (const table of await everyTable()) {
      if (!(await readable(table))) continue
      examined += 1
      const { rows } = await app.query(`select 1 from ${table} limit 1`)
      expect(rows, table).toEqual([])
    }
    expect(examined).toBeGreaterThan(25)
  })

  it("A05: a setting of '' on a reused connection counts as nobody and is no error", async () => {
    await app.query(`begin`)
    await app.query(
      `select set_config('app.service_id', '', true), set_config('app.account_id', '', true), set_config('app.role', '', true)`,
    )
    const { rows } = await app.query(
      `select app.service_id() as service, app.account_id() as account, app.case_service_id() as case_service`,
    )
    expect(rows).toEqual([{ service: null, account: null, case_service: null }])
    expect((await app.query(`select 1 from person`)).rows).toEqual([])
    await app.query(`rollback`)
  })

  it.each(['commit', 'rollback'])('A06: after %s the next transaction on the connection is nobody', async (end) => {
    const nurse = scene.people.northgateNurse
    await app.query('begin')
    await app.query('select app.open_session($1, $2)', [Buffer.from(nurse.sidHash), nurse.membershipId])
    expect((await app.query('select 1 from person')).rows).toHaveLength(1)
    await app.query(end)
    expect((await app.query('select 1 from person')).rows).toEqual([])
  })

  it('an unknown session, or the wrong hat, opens nothing', async () => {
    const { northgateNurse, riversideWorker } = scene.people
    const tries = [
      [Buffer.alloc(32), northgateNurse.membershipId],
      [Buffer.from(northgateNurse.sidHash), riversideWorker.membershipId],
    ]
    for (const values of tries)
      await expect(app.query('select app.open_session($1, $2)', values)).rejects.toMatchObject({ code: '28000' })
  })

  it('the only tables that a service without a part in any case can read are the reference tables', async () => {
    const held: string[] = []
    for (const table of await everyTable()) {
      if (!(await readable(table))) continue
      const found = await asActor(scene.people.riversideWorker, ({ tx }) =>
        tx.$queryRawUnsafe<unknown[]>(`select 1 from ${table} limit 1`),
      )
      if (found.length > 0) held.push(table)
    }
    expect(held.filter((table) => !REFERENCE_TABLES.includes(table))).toEqual([])
  })

  it('I01: insert-only tables cannot be changed, emptied or deleted from, even by their owner', async () => {
    for (const table of [
      'audit_entry',
      'audit_seal',
      'audit_head',
      'audit_check',
      'dose',
      'handoff_move',
      'release_date_change',
      'checklist_item_change',
      'outcome',
      'service_day',
      'service_change',
      'service_closure',
      'service_closure_removal',
    ]) {
      await expect(scene.owner.query(`truncate ${table} cascade`), table).rejects.toMatchObject({ code: '42501' })
      await expect(app.query(`delete from ${table}`), table).rejects.toMatchObject({ code: '42501' })
    }
    await expect(scene.owner.query(`update release_date_change set reason = 'other'`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('the clock cannot be moved in a production database', async () => {
    await scene.owner.query('begin')
    await scene.owner.query(`update installation set purpose = 'production'`)
    await expect(scene.owner.query(`update clock_offset set by = interval '1 day'`)).rejects.toMatchObject({
      code: '23514',
    })
    await scene.owner.query('rollback')
  })

  it('says in a comment what every table and column means', async () => {
    const { rows } = await scene.owner.query<{ place: string }>(
      `select c.relname || '.' || a.attname as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
         and col_description(c.oid, a.attnum) is null
       union all select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
         and obj_description(c.oid) is null`,
    )
    expect(rows).toEqual([])
  })

  it.each([...AREAS])('a handoff of %s carries the same categories in SQL and in the domain', async (area) => {
    const { rows } = await scene.owner.query<{ found: string[] }>('select app.categories_of_area($1) as found', [area])
    expect([...(rows[0]?.found ?? [])].sort()).toEqual([...CATEGORIES_OF_AREA[area]].sort())
  })

  it.each([...SERVICE_KINDS])('a %s may read the same categories in SQL and in the domain', async (kind) => {
    const { rows } = await scene.owner.query<{ found: string[] }>('select app.categories_of_kind($1) as found', [kind])
    expect([...(rows[0]?.found ?? [])].sort()).toEqual([...CATEGORIES_OF_KIND[kind]].sort())
  })
})
