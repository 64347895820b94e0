import { closeDatabase } from '@throughcare/db/database'
import { ACTIONS } from '@throughcare/domain/access/who-may'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { countTurn, LIMITS } from './limits.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const search = () => scene.as(scene.people.northgateNurse).person.search({ text: 'nobody', limit: 5 })
const most = LIMITS['person.search']?.most ?? 0

describe('what could be done a thousand times by a script', () => {
  it('is done so often and no more, told how long to wait, by one account and not by its colleagues', async () => {
    const { accountId } = scene.people.northgateNurse
    await Promise.all(Array.from({ length: most - 5 }, () => countTurn('person.search', accountId)))
    const answers = await Promise.allSettled(Array.from({ length: 10 }, search))
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused).toHaveLength(5)
    for (const { reason } of refused)
      expect(reason).toMatchObject({ cause: { code: 'too-many-attempts', details: { seconds: expect.any(Number) } } })
    await scene.as(scene.people.northgateManager).person.search({ text: 'nobody', limit: 5 })
  })

  it('is open again when the window is over, and also after a clock was set back', async () => {
    await expect(search()).rejects.toMatchObject({ cause: { code: 'too-many-attempts' } })
    await scene.owner.query(`update turn set began_at = began_at - interval '61 seconds'`)
    await search()
    await scene.owner.query(`update turn set began_at = began_at + interval '1 hour', taken = 100000`)
    await search()
  })

  it('names actions that there are', () => {
    const known: readonly string[] = [...ACTIONS, 'identity-provider.answer', 'identity-provider.ask']
    expect(Object.keys(LIMITS).filter((what) => !known.includes(what))).toEqual([])
  })

  it('keeps no address and no account, only hashes, and lets nobody read or reset them', async () => {
    const { rows } = await scene.owner.query<{ bytes: number }>('select distinct length(who) as bytes from turn')
    expect(rows).toEqual([{ bytes: 32 }])
    const { rows: rights } = await scene.owner.query(
      `select privilege from unnest(array['select', 'insert', 'update', 'delete']) privilege
       where has_table_privilege('throughcare_app', 'turn', privilege)`,
    )
    expect(rights).toEqual([])
  })

  it('is refused while it cannot be counted', async () => {
    const before = process.env.DATABASE_URL
    await closeDatabase()
    process.env.DATABASE_URL = 'postgresql://throughcare_app:x@127.0.0.1:1/nowhere'
    await expect(countTurn('person.search', 'anybody')).rejects.toMatchObject({ code: 'unavailable' })
    await countTurn('handoff.acknowledge', 'anybody')
    await closeDatabase()
    process.env.DATABASE_URL = before
  })
})
