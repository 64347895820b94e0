import { newId } from '@throughcare/db/uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import type { Told } from './fixture.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { PROCEDURES, type Procedure } from './procedures.ts'
import { freshFor, goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'

/** PostgreSQL fails at one write of a press: at each of them, and in each of the ways in which it does. */
let scene: Scene
let stage: Stage
let footprint: Footprint

function getProcedure(path: string): Procedure {
  const found = PROCEDURES.find((procedure) => procedure.path === path)
  if (!found) throw new Error(`there is no ${path}`)
  return found
}
/** Those that write to the most places. */
const PRESSES = ['handoff.send', 'release.record', 'medication.recordDose'].map(getProcedure)
const ACCEPT = getProcedure('handoff.accept')

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, [])
  footprint = await footprintOf(scene.owner)
  // Neither the number nor what was asked of it is rolled back with the press.
  await scene.owner.query(`
    create sequence footprint.tries minvalue 0;
    create table footprint.failure (state text not null, times int not null);
    grant usage on schema footprint to public; grant select on footprint.failure to public;
    grant usage on sequence footprint.tries to public;
    create function footprint.fail() returns trigger language plpgsql as $$
    declare failure footprint.failure;
    begin
      select * into failure from footprint.failure;
      if nextval('footprint.tries') < failure.times then
        raise exception 'it failed here' using errcode = failure.state;
      end if;
      return new;
    end $$`)
})
afterEach(async () => {
  if (failing) await scene.owner.query(`drop trigger aa_fail on ${failing}`)
  failing = null
})
afterAll(() => scene.close())

let failing: string | null = null

/** From now on so many writes to this table fail with this state. */
async function failAt(table: string, state: string, times: number): Promise<void> {
  if (failing) await scene.owner.query(`drop trigger aa_fail on ${failing}`)
  failing = table
  await scene.owner.query(`select setval('footprint.tries', 0, false)`)
  await scene.owner.query('delete from footprint.failure')
  await scene.owner.query('insert into footprint.failure values ($1, $2)', [state, times])
  await scene.owner.query(
    `create trigger aa_fail before insert or update on ${table} for each row execute function footprint.fail()`,
  )
}

const ALWAYS = 1_000_000
const press = (told: Told, procedure: Procedure) =>
  ask(stage, { kind: 'hat', hat: told.hat }, procedure.path, goodInput(procedure, told))
const standing = async ({ hat }: Told) => {
  const given = await ask(stage, { kind: 'hat', hat }, 'notice.standing', undefined)
  return given.kind === 'answered' ? given.answer : said(given)
}
const another = async (procedure: Procedure, told: Told): Promise<Told> => ({
  ...told,
  of: await freshFor(stage, procedure, told),
  requestId: newId(),
})

/** The tables that a press writes to, the trail among them. */
async function tablesOf(procedure: Procedure, told: Told): Promise<string[]> {
  footprint.forget()
  const before = await footprint.last()
  expect(said(await press(told, procedure))).toBe('answered')
  const { rows } = await scene.owner.query<{ place: string }>(
    `select n.nspname || '.' || w.place as place from footprint.written w
     join pg_class c on c.relname = w.place join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'pgboss')
     where w.id > $1 group by n.nspname, w.place order by min(w.id)`,
    [before],
  )
  return [...rows.map(({ place }) => place), 'audit_entry']
}

describe.each(PRESSES)('$path', (procedure) => {
  it('H08: dies at any of its writes and leaves nothing of itself; pressed again it is done', {
    timeout: 120_000,
  }, async () => {
    const told = await someoneWhoMay(stage, procedure)
    const tables = await tablesOf(procedure, told)
    expect(tables.length).toBeGreaterThan(3)
    for (const table of tables) {
      const next = await another(procedure, told)
      await failAt(table, 'XX000', ALWAYS)
      footprint.forget()
      const before = await footprint.last()
      expect((await press(next, procedure)).kind, table).toBe('broken')
      expect(await footprint.take(), table).toBe(before)
      await scene.owner.query(`update footprint.failure set times = 0`)
      expect(said(await press(next, procedure)), table).toBe('answered')
    }
  })
})

describe('a press whose transaction PostgreSQL gave up', () => {
  it('G04: a deadlock is tried again, three times, and then refused as away', async () => {
    const told = await someoneWhoMay(stage, ACCEPT)
    for (const state of ['40P01', '40001']) {
      const next = await another(ACCEPT, told)
      await failAt('audit_entry', state, 3)
      expect(said(await press(next, ACCEPT)), state).toBe('answered')
    }
    const last = await another(ACCEPT, told)
    await failAt('audit_entry', '40P01', 4)
    footprint.forget()
    const before = await footprint.last()
    expect(await press(last, ACCEPT)).toMatchObject({ kind: 'refused', error: { code: 'unavailable' } })
    expect(await footprint.take()).toBe(before)
  })

  it('H03: no room on the disk is said to be away for the moment, and nothing is kept', async () => {
    const told = await someoneWhoMay(stage, ACCEPT)
    await failAt('audit_entry', '53100', ALWAYS)
    footprint.forget()
    const before = await footprint.last()
    expect(await standing(told)).toMatchObject({ cannotSave: false })
    expect(await press(told, ACCEPT)).toMatchObject({ kind: 'refused', error: { code: 'unavailable' } })
    expect(await footprint.take()).toBe(before)
    // What needs no entry in the trail is read as before, and every page says that nothing can be saved.
    expect(await standing(told)).toMatchObject({ cannotSave: true })
    await scene.owner.query(`update footprint.failure set times = 0`)
    expect(said(await press(await another(ACCEPT, told), ACCEPT))).toBe('answered')
    expect(await standing(told)).toMatchObject({ cannotSave: false })
  })
})
