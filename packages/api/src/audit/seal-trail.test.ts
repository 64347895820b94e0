import { randomInt, randomUUID } from 'node:crypto'
import { newId } from '@throughcare/db/uuid'
import { NO_SERVICE } from '@throughcare/domain/audit/trail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTrailScene, type TrailScene } from '../../testing/trail-scene.ts'

let trail: TrailScene
beforeAll(async () => {
  trail = await openTrailScene()
})
afterAll(() => trail.close())

const rowsOf = <Row extends object>(sql: string): Promise<Row[]> =>
  trail.withSuperuser(async (client) => (await client.query<Row>(sql)).rows)
const unsealed = () =>
  rowsOf(`select a.id from audit_entry a where not exists (select from audit_seal s where a.id = any (s.entry_ids))`)
const lastBatch = async (serviceId: string) =>
  (
    await rowsOf<{ entry_ids: string[] }>(
      `select entry_ids from audit_seal where service_id = '${serviceId}' order by sequence desc limit 1`,
    )
  )[0]?.entry_ids

describe('the trail is sealed', () => {
  it('each service in a chain of its own, what belongs to none in another, and the whole of it holds', async () => {
    const [one, other] = trail.services
    const first = [await trail.write(one), await trail.write(one)]
    const second = await trail.write(other)
    const third = await trail.write(NO_SERVICE)
    const nobodys = newId()
    await trail.withSuperuser((client) =>
      client.query(`insert into audit_entry (id, action) values ($1, 'access.sign-in')`, [nobodys]),
    )
    expect(await trail.sealAll()).toBe(5)
    expect(await lastBatch(one)).toEqual(first)
    expect(await lastBatch(other)).toEqual([second])
    expect(await lastBatch(NO_SERVICE)).toEqual([third, nobodys])
    expect(await unsealed()).toEqual([])
    expect(await trail.seal()).toBe(0)
    expect(await trail.verify()).toEqual({ entries: 5, seals: 3, fault: null })
  })

  it('a transaction that is still open is waited for, and so is what began after it', async () => {
    const [one] = trail.services
    await trail.withWriter(async (begin) => {
      const slow = await begin()
      const late = await slow.write(one)
      const early = await trail.write(one)
      expect(await trail.seal()).toBe(0)
      await slow.end('commit')
      expect(await trail.sealAll()).toBe(2)
      expect(await lastBatch(one)).toEqual([late, early])
    })
  })

  it('by workers at once: each entry once', async () => {
    const [, , one] = trail.services
    for (let each = 0; each < 40; each += 1) await trail.write(one)
    const sealed = await Promise.all([trail.seal(7), trail.seal(7), trail.seal(7)])
    expect(sealed.reduce((sum, each) => sum + each, 0) + (await trail.sealAll())).toBe(40)
    expect(await trail.verify()).toMatchObject({ fault: null })
  })

  it('and what waits longer than a minute is told', async () => {
    const since = () => rowsOf<{ since: Date | null }>('select app.trail_not_sealed_since() as since')
    expect(await since()).toEqual([{ since: null }])
    await trail.withSuperuser((client) =>
      client.query(
        `insert into audit_entry (id, action, at) values ($1, 'test.write', clock_timestamp() - interval '61 seconds')`,
        [newId()],
      ),
    )
    const [told] = await since()
    expect(told?.since).toBeInstanceOf(Date)
    await trail.sealAll()
    expect(await since()).toEqual([{ since: null }])
  })
})

it('never misses an entry, however many write at once and end in another order than they began', {
  timeout: 60_000,
}, async () => {
  const WRITERS = 12
  const EACH = 20
  const written: string[] = []
  let writing = WRITERS
  const write = () =>
    trail.withWriter(async (begin) => {
      for (let each = 0; each < EACH; each += 1) {
        const writer = await begin()
        const ids: string[] = []
        for (let entries = randomInt(1, 5); entries > 0; entries -= 1) {
          ids.push(await writer.write([...trail.services, NO_SERVICE][randomInt(4)] ?? NO_SERVICE, randomUUID()))
          for (let turns = randomInt(8); turns > 0; turns -= 1) await new Promise(setImmediate)
        }
        const isKept = randomInt(5) > 0
        await writer.end(isKept ? 'commit' : 'rollback')
        if (isKept) written.push(...ids)
      }
      writing -= 1
    })
  const follow = async (atOnce: number) => {
    let found = 0
    while (writing > 0) found += (await trail.seal(atOnce)) > 0 ? 1 : 0
    return found
  }
  const [, ...found] = await Promise.all([
    Promise.all(Array.from({ length: WRITERS }, write)),
    follow(3),
    follow(50),
    follow(2_000),
  ])
  // They met: entries were sealed while others were being written.
  expect(found.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(5)
  expect(written.length).toBeGreaterThan(300)
  await trail.sealAll()
  const sealed = await rowsOf<{ id: string; times: number }>(
    `select id, count(*)::int as times from audit_seal, unnest(entry_ids) id group by id`,
  )
  const times = new Map(sealed.map((row) => [row.id, row.times]))
  expect(written.filter((id) => times.get(id) !== 1)).toEqual([])
  expect(await unsealed()).toEqual([])
  expect(await trail.verify()).toMatchObject({ fault: null })
})
