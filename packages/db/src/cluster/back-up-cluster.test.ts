import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArchivedCluster, startArchivedCluster } from '../../testing/archived-cluster.ts'
import { hashTables } from '../../testing/hash-tables.ts'
import { StartRefused } from '../start-refused.ts'
import { backUpCluster } from './back-up-cluster.ts'

let archived: ArchivedCluster
let owner: pg.Client
beforeAll(async () => {
  archived = await startArchivedCluster()
  owner = new pg.Client({ connectionString: archived.cluster.ownerUrl })
  await owner.connect()
  await owner.query('create table told (what text, at timestamptz default clock_timestamp())')
  await owner.query('create table empty (id int)')
})
afterAll(async () => {
  await owner.end()
  archived.remove()
})

const tell = async (what: string): Promise<string> => {
  const { rows } = await owner.query<{ at: string }>('insert into told (what) values ($1) returning at::text', [what])
  return rows[0]?.at ?? ''
}
const toldIn = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ what: string }>('select what from told order by at')
  await client.end()
  return rows.map(({ what }) => what)
}

describe('a back-up of the embedded database, taken while it runs', () => {
  test('J01: restored, it has the same rows in every table', async () => {
    await owner.query(`insert into told select 'row ' || n from generate_series(1, 20000) n`)
    let writing = true
    const writer = (async () => {
      while (writing) await tell('meanwhile')
    })()
    const backUp = await archived.backUp('once')
    writing = false
    await writer
    // What was written after the copying had begun may be in it or not: it is compared without.
    await owner.query(`delete from told where what = 'meanwhile'`)
    const restored = await archived.restore(backUp, null)
    const client = new pg.Client({ connectionString: restored.ownerUrl })
    await client.connect()
    await client.query(`delete from told where what = 'meanwhile'`)
    const tables = await hashTables(client)
    await client.end()
    expect(tables).toEqual(await hashTables(owner))
    expect(tables).toMatchObject({ 'public.told': { rows: 20_000 }, 'public.empty': { rows: 0 } })
    restored.stop()
  })

  test('J02: restored to a moment, it has what was written before it and nothing that came after', async () => {
    const backUp = await archived.backUp('moment')
    await owner.query('truncate told')
    await tell('before')
    const moment = await tell('at the moment')
    await tell('after')
    await archived.archive()
    const restored = await archived.restore(backUp, moment)
    // The moment is within its transaction, which was committed after it.
    expect(await toldIn(restored.ownerUrl)).toEqual(['before'])
    expect(await toldIn(archived.cluster.ownerUrl)).toEqual(['before', 'at the moment', 'after'])
  })

  test('goes into an empty folder, and comes from one with a database', async () => {
    await expect(backUpCluster(archived.dataFolder, archived.dataFolder)).rejects.toThrow(StartRefused)
    await expect(backUpCluster('/nowhere', '/nowhere/else')).rejects.toThrow(/holds no database/)
  })
})
