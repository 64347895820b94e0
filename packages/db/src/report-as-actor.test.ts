import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { closeDatabase } from './database.ts'
import { sqlStateOf } from './database-error.ts'
import { reportAsActor } from './report-as-actor.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterEach(async () => {
  delete process.env.DATABASE_REPORTS_URL
  await closeDatabase()
})
afterAll(() => scene.close())

const WHOSE = { name: 'whose', text: 'select app.service_id()::text as service', values: [] }
const report = (who: 'northgateManager' | 'regionManager' = 'northgateManager') =>
  reportAsActor<{ service: string }>(scene.people[who], WHOSE, { action: 'continuity.report' })
const entries = async () => {
  const { rows } = await scene.owner.query<{ n: number }>(
    `select count(*)::int as n from audit_entry where action = 'continuity.report'`,
  )
  return rows[0]?.n ?? 0
}

describe('H12: figures are read from the database itself, and say so', () => {
  it.each<[string, () => string | undefined, string]>([
    ['where there is no copy', () => undefined, 'no-copy'],
    ['while the copy is away', () => 'postgresql://throughcare_app:x@127.0.0.1:1/throughcare', 'copy-away'],
    ['when what is named as the copy takes writes: it follows nobody', () => scene.appUrl, 'copy-away'],
  ])('%s, with one entry in the trail', async (_, copyUrl, because) => {
    const url = copyUrl()
    if (url) process.env.DATABASE_REPORTS_URL = url
    const before = await entries()
    expect(await report()).toMatchObject({
      rows: [{ service: scene.services.northgate }],
      readFrom: { from: 'database', because },
    })
    expect(await entries()).toBe(before + 1)
  })
})

it('refuses whoever was signed out, with a copy as without one', async () => {
  await scene.owner.query(
    `update session set ended_at = app.now(), ended_because = 'signed-out' where account_id = $1`,
    [scene.people.regionManager.accountId],
  )
  process.env.DATABASE_REPORTS_URL = scene.appUrl
  expect(sqlStateOf(await report('regionManager').catch((error: unknown) => error))).toBe('28000')
})
