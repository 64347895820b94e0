import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { asActor, readAsActor } from './as-actor.ts'
import { closeDatabase, database } from './database.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(async () => {
  delete process.env.DATABASE_NAMED_STATEMENTS
  await closeDatabase()
})
afterAll(() => scene.close())

/** How many statements the connections of both doors know by name, after each has read something twice. */
async function namedAfterReading(): Promise<number[]> {
  const nurse = scene.people.northgateNurse
  const known = `select count(*)::int as n from pg_prepared_statements where name <> ''`
  const read = () =>
    readAsActor(
      nurse,
      { name: 'one', text: 'select 1 as one', values: [] },
      { action: 'care-plan.by-episode', touched: () => ({ episodeIds: [], personIds: [] }) },
    )
  await read()
  await read()
  const { rows } = await database().reads.query<{ n: number }>(known)
  const throughPrisma = () =>
    asActor(
      nurse,
      ({ tx }) => tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from pg_prepared_statements where name <> ''`,
    )
  await throughPrisma()
  const [row] = await throughPrisma()
  return [rows[0]?.n ?? -1, row?.n ?? -1]
}

it('statements are prepared by name, once for each connection', async () => {
  const [reads = 0, prisma = 0] = await namedAfterReading()
  expect(reads).toBeGreaterThan(2)
  expect(prisma).toBeGreaterThan(1)
})

it('none is where DATABASE_NAMED_STATEMENTS is 0: a pooler hands each transaction another connection', async () => {
  process.env.DATABASE_NAMED_STATEMENTS = '0'
  expect(await namedAfterReading()).toEqual([0, 0])
})
