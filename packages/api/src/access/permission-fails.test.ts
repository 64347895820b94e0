import { asActor } from '@throughcare/db/as-actor'
import { closeDatabase } from '@throughcare/db/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let episodeId: string
beforeAll(async () => {
  scene = await openScene()
  const one = await scene.aCase({ familyName: 'Canary' })
  episodeId = one.episodeId
})
afterAll(() => scene.close())

/** What the policies ask, put in place of itself for the time of a test. */
async function withService(body: string, then: () => Promise<void>): Promise<void> {
  const { rows } = await scene.owner.query<{ before: string }>(
    `select pg_get_functiondef('app.service_id()'::regprocedure) as before`,
  )
  await scene.owner.query(
    `create or replace function app.service_id() returns uuid language plpgsql stable as $$ begin ${body} end $$`,
  )
  try {
    await then()
  } finally {
    await scene.owner.query(rows[0]?.before ?? '')
  }
}

const read = () => scene.as(scene.people.northgateNurse).carePlan.byEpisode({ episodeId })
const peopleSeen = () =>
  asActor(scene.people.northgateNurse, ({ tx }) => tx.$queryRaw<unknown[]>`select family_name from person`)

describe('A13: a permission that cannot be asked', () => {
  it('is there, and opens the case, as long as it can', async () => {
    expect(JSON.stringify(await read())).toContain('Canary')
    expect(await peopleSeen()).not.toHaveLength(0)
  })

  it('refuses where it throws: by the procedure, and by the table', async () => {
    await withService(`raise exception 'out of order';`, async () => {
      const answer = await read().catch((error: unknown) => error)
      expect(answer).toBeInstanceOf(Error)
      expect(String(answer)).not.toContain('Canary')
      await expect(peopleSeen()).rejects.toThrow()
    })
    expect(JSON.stringify(await read())).toContain('Canary')
  })

  it('refuses where it answers nothing', async () => {
    await withService('return null;', async () => {
      await expect(read()).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await peopleSeen()).toEqual([])
    })
  })

  it('refuses where it takes longer than any statement may', async () => {
    const { rows } = await scene.owner.query<{ set: string[] }>(
      `select rolconfig as set from pg_roles where rolname = 'throughcare_app'`,
    )
    expect(rows[0]?.set).toContain('statement_timeout=60s')
    // The same in a second: nobody waits a minute here.
    const before = process.env.DATABASE_URL ?? ''
    await closeDatabase()
    process.env.DATABASE_URL = `${before}${before.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c statement_timeout=1000')}`
    try {
      await withService('perform pg_sleep(30); return null;', async () => {
        const answer = await read().catch((error: unknown) => error)
        expect(answer).toBeInstanceOf(Error)
        expect(String(answer)).not.toContain('Canary')
      })
    } finally {
      await closeDatabase()
      process.env.DATABASE_URL = before
    }
  })
})
