import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import type { Actor } from './actor.ts'
import { asActor, readAsActor } from './as-actor.ts'
import { closeDatabase } from './database.ts'
import { isDatabaseAway, sqlStateOf } from './database-error.ts'

/** As many as the door for use cases has. */
const CONNECTIONS = 10

let scene: Scene
let nurse: Actor
beforeAll(async () => {
  scene = await openScene()
  nurse = scene.people.northgateNurse
})
afterEach(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = scene.appUrl
})
afterAll(() => scene.close())

const DOORS = {
  'the door for use cases': () => asActor(nurse, ({ tx }) => tx.$queryRaw`select 1`),
  'the door for hot reads': () =>
    readAsActor(
      nurse,
      { name: 'one', text: 'select 1 as one', values: [] },
      { action: 'care-plan.by-episode', touched: () => ({ episodeIds: [], personIds: [] }) },
    ),
}

const caught = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => error,
  )

/** What DATABASE_URL may name by mistake, or while the database is being looked after. */
const AWAY: Record<string, (url: URL) => string> = {
  'a database that is not there (3D000)': (url) => Object.assign(url, { pathname: '/no_such_database' }).href,
  'a password that is wrong (28P01)': (url) => Object.assign(url, { password: 'wrong' }).href,
  'a role that is not there (28P01 or 28000)': (url) => Object.assign(url, { username: 'nobody_here' }).href,
  'a port at which nobody listens (ECONNREFUSED)': () => 'postgresql://throughcare_app:x@127.0.0.1:1/throughcare',
  'a socket that is not there (ENOENT)': () =>
    'postgresql://throughcare_app:x@localhost/throughcare?host=/nowhere/at/all',
}

describe('a database that cannot be reached is away, and no fault of ours', () => {
  describe.each(Object.keys(DOORS) as (keyof typeof DOORS)[])('%s', (door) => {
    it.each(Object.keys(AWAY))('says so of %s', async (name) => {
      await closeDatabase()
      process.env.DATABASE_URL = AWAY[name]?.(new URL(scene.appUrl)) ?? ''
      const error = await caught(DOORS[door]())
      expect(error, 'it answered').not.toBeNull()
      expect(isDatabaseAway(error), `${sqlStateOf(error)} ${String(error)}`).toBe(true)
    })
  })

  it('says so of a role that may not come in (28000), in the words of pg and in those of Prisma', () => {
    const originalMessage = 'no pg_hba.conf entry for host "192.0.2.7", user "throughcare_app", database "throughcare"'
    const cause = { originalCode: '28000', originalMessage, kind: 'DatabaseAccessDenied' }
    expect(isDatabaseAway({ code: '28000', severity: 'FATAL' })).toBe(true)
    expect(isDatabaseAway({ code: 'P1010', meta: { driverAdapterError: { cause } } })).toBe(true)
  })

  it('says so of one that is starting, stopping or in recovery (57P01 to 57P03)', () => {
    for (const code of ['57P01', '57P02', '57P03']) expect(isDatabaseAway({ code }), code).toBe(true)
  })

  it('says so of a disk without room and of one connection too many (53100, 53300)', () => {
    for (const code of ['53100', '53200', '53300']) expect(isDatabaseAway({ code }), code).toBe(true)
  })

  it('H04: with every connection taken the next one waits, is told so, and there is room again afterwards', {
    timeout: 60_000,
  }, async () => {
    const gate = Promise.withResolvers<void>()
    const entered = Array.from({ length: CONNECTIONS }, () => Promise.withResolvers<void>())
    const held = entered.map(({ resolve }) =>
      asActor(nurse, async () => {
        resolve()
        await gate.promise
      }),
    )
    await Promise.all(entered.map(({ promise }) => promise))
    const error = await caught(DOORS['the door for use cases']())
    expect(isDatabaseAway(error), `${sqlStateOf(error)} ${String(error)}`).toBe(true)
    // Hot reads have connections of their own.
    expect(await caught(DOORS['the door for hot reads']())).toBeNull()
    gate.resolve()
    await Promise.all(held)
    expect(await caught(DOORS['the door for use cases']())).toBeNull()
  })

  it('does not take a session that has ended for it, nor a right that is missing', async () => {
    const gone = { ...nurse, sidHash: new Uint8Array(32) as Actor['sidHash'] }
    const ended = await caught(asActor(gone, ({ tx }) => tx.$queryRaw`select 1`))
    expect([sqlStateOf(ended), isDatabaseAway(ended)]).toEqual(['28000', false])
    const refused = await caught(asActor(nurse, ({ tx }) => tx.$queryRaw`select password_hash from account`))
    expect([sqlStateOf(refused), isDatabaseAway(refused)]).toEqual(['42501', false])
  })
})
