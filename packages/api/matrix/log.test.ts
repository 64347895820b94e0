import type { TRPCError } from '@trpc/server'
import { getErrorShape } from '@trpc/server/unstable-core-do-not-import'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { log } from '../src/log.ts'
import { appRouter } from '../src/root.ts'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import { PROCEDURES } from './procedures.ts'
import { placesOf, withValueAt } from './schema-places.ts'
import { goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'

/** C11: names, numbers and words of a person are in no log line and in no body of an error, whatever is pressed and breaks. */
let scene: Scene
let stage: Stage
let written = ''

const CANARY = /kestrel|canary|1984-04-28|methadone|K\d{5}\b/i

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['stranger'])
  const streams = log as unknown as Record<symbol, { write: (line: string) => void }>
  streams[pino.symbols.streamSym] = {
    write: (line) => {
      written += line
    },
  }
  log.level = 'trace'
})
afterAll(() => scene.close())

describe.each(PROCEDURES)('$path', (procedure) => {
  const { path } = procedure

  it('C11, I07: writes nothing of the person, answered, refused or sent nonsense', async () => {
    const told = await someoneWhoMay(stage, procedure)
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
