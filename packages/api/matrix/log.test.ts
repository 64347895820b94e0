import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import type { TRPCError } from '@trpc/server'
import { getErrorShape } from '@trpc/server/unstable-core-do-not-import'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { log } from '../src/log.ts'
import { appRouter } from '../src/root.ts'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import type { Told } from './fixture.ts'
import { FIXTURES } from './fixtures/all.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { PROCEDURES, type Procedure } from './procedures.ts'
import { placesOf, withValueAt } from './schema-places.ts'
import { goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'

/** C11, I07, I04: names, numbers and words of a person are in no log line and in no body of an error, whatever is pressed and breaks. */
let scene: Scene
let stage: Stage
let footprint: Footprint
let written = ''

const CANARY = /kestrel|canary|1984-04-28|methadone|K\d{5}\b/i

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['stranger'])
  footprint = await footprintOf(scene.owner)
  await scene.owner.query(`
    create table footprint.trail_fails (one_row boolean primary key);
    grant usage on schema footprint to public; grant select on footprint.trail_fails to public;
    create function footprint.fail_trail() returns trigger language plpgsql as $$
    begin
      if exists (select from footprint.trail_fails) then raise exception 'the trail cannot be written' using errcode = 'XX000'; end if;
      return new;
    end $$;
    create trigger aa_fail before insert on audit_entry for each row execute function footprint.fail_trail()`)
  const streams = log as unknown as Record<symbol, { write: (line: string) => void }>
  streams[pino.symbols.streamSym] = {
    write: (line) => {
      written += line
    },
  }
  log.level = 'trace'
})
afterAll(() => scene.close())

/**
 * I03: whatever shows a category of a case or one handoff, and a press of any kind. Not one's own session, which must end although the
 * trail is broken, and not the two reads of release lists that show counts and no person.
 */
const NEEDS_NO_TRAIL = /^(access\.(chooseHat|chooseLanguage|signOutEverywhere|endSession)|releaseList\.(list|preview))$/
const leavesAnEntry = ({ path, type, action }: Procedure): boolean =>
  type !== 'subscription' &&
  !NEEDS_NO_TRAIL.test(path) &&
  (type === 'mutation' || WHO_MAY[action].category !== null || FIXTURES[path]?.about === 'handoff')

describe.each(PROCEDURES)('$path', (procedure) => {
  const { path } = procedure
  let told: Told
  beforeAll(async () => {
    told = await someoneWhoMay(stage, procedure)
  })

  if (leavesAnEntry(procedure))
    it('I03: shows nothing and does nothing when its entry cannot be written', async () => {
      await scene.owner.query('insert into footprint.trail_fails values (true)')
      footprint.forget()
      const before = await footprint.last()
      try {
        const given = await ask(stage, { kind: 'hat', hat: told.hat }, path, goodInput(procedure, told))
        expect(given.kind).not.toBe('answered')
        expect(await footprint.take()).toBe(before)
      } finally {
        await scene.owner.query('delete from footprint.trail_fails')
      }
    })

  it('C11, I07: writes nothing of the person, answered, refused or sent nonsense', async () => {
    const input = goodInput(procedure, told)
    const stranger = stage.standing(told.hat, 'stranger')
    const texts = placesOf(procedure.schema, input).filter(({ kind }) => kind === 'text')
    const sent = [
      input,
      goodInput(procedure, { ...told, of: stranger }),
      ...texts.map((place) => withValueAt(input, place.path, 'Canary \u0000 1984-04-28')),
      ...texts.map((place) => withValueAt(input, place.path, 'Canary')),
      { name: 'Canary' },
    ]
    for (const one of sent) {
      const given = await ask(stage, { kind: 'hat', hat: told.hat }, path, one)
      await stage.owner.query(
        `update session set ended_at = null, ended_because = null where sid_hash = $1 and ended_at is not null`,
        [Buffer.from(told.hat.actor.sidHash)],
      )
      if (given.kind !== 'answered') expect(said(given)).not.toMatch(/ at .*\.ts:|select |insert into|prisma/i)
    }
    expect(written).not.toMatch(CANARY)
  })
})

it('I03: looks at every press, and at every read of a person or a case', () => {
  expect(PROCEDURES.filter(leavesAnEntry).length).toBeGreaterThan(150)
})

it('I04: the trail holds no text that anybody wrote, no name, number, day or medicine of the person: ids and names of fields', async () => {
  const { rows } = await scene.owner.query<{ entry: string; fields: string[] }>(
    'select audit_entry::text as entry, fields from audit_entry',
  )
  expect(rows.length).toBeGreaterThan(200)
  expect(rows.filter(({ entry }) => CANARY.test(entry))).toEqual([])
  const named = new Set(rows.flatMap(({ fields }) => fields))
  expect(named.size).toBeGreaterThan(30)
  expect([...named].filter((field) => !/^[A-Za-z][A-Za-z0-9_.:-]{0,80}$/.test(field))).toEqual([])
})

it('C11: says of what nobody foresaw where it was, and not what it was', async () => {
  const [hat] = stage.hats
  if (!hat) throw new Error('there is nobody')
  await scene.owner.query(`alter table contact_attempt add constraint never check (note <> 'Canary Kestrel')`)
  const procedure = PROCEDURES.find(({ path }) => path === 'contact.record')
  if (!procedure) throw new Error('there is no contact')
  const told = await someoneWhoMay(stage, procedure)
  const input = goodInput(procedure, told) as object
  const given = await ask(stage, { kind: 'hat', hat: told.hat }, procedure.path, { ...input, note: 'Canary Kestrel' })
  await scene.owner.query('alter table contact_attempt drop constraint never')
  if (given.kind !== 'broken') throw new Error('nothing broke')
  const error = given.error as TRPCError
  const body = getErrorShape({
    config: appRouter._def._config,
    error,
    type: 'mutation',
    path: procedure.path,
    input,
    ctx: { signedIn: null, traceId: 'trace' },
  })
  expect(error.message).toMatch(/invocation/)
  expect(body).toMatchObject({ message: 'unexpected', data: { code: 'unexpected', httpStatus: 500, traceId: 'trace' } })
  expect(JSON.stringify(body)).not.toMatch(CANARY)
  expect(JSON.stringify(body)).not.toMatch(/invocation|violates|prisma|stack/i)
  expect(written).toContain('"unexpected"')
  expect(written).toContain('"sqlState":"23514"')
  expect(written).toContain('"path":"contact.record"')
  expect(written).not.toMatch(CANARY)
})
