import { editDistance } from '@throughcare/domain/person/edit-distance'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../testing/clone-database.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'

let fresh: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  fresh = await freshDatabase()
  owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await fresh.drop()
})

/** The rule in the domain's terms: one slip from four letters on, two from eight. */
function isSlip(typed: string, word: string): boolean {
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  return word.length >= 3 && allowed > 0 && editDistance(typed, word, allowed) <= allowed
}

const WORDS =
  'hansen hansne hasnen jansen hanson berg breg brge lea lee kari karin kowalczyk kowalcyzk kowalzcyk smith smiht'
    .split(' ')
    .concat(
      'nguyen',
      'nguyne',
      'strandhoff',
      'strandhof',
      'strnadhof',
      'a',
      'oe',
      'ase',
      'åse',
      'øvergård',
      'overgard',
      'o',
    )

describe('a slip of the pen in SQL', () => {
  it('is what the domain calls one, but for two slips of which one is an exchange', async () => {
    const pairs = WORDS.flatMap((typed) => WORDS.map((word) => [typed, word] as const))
    const { rows } = await owner.query<{ found: boolean }>(
      `select app.is_slip_of(p ->> 0, p ->> 1) as found from jsonb_array_elements($1::jsonb) with ordinality as e (p, place) order by place`,
      [JSON.stringify(pairs)],
    )
    const differs = pairs.filter(([typed, word], index) => rows[index]?.found !== isSlip(typed, word))
    // levenshtein counts an exchange as two: in a long word an exchange and another slip are three, and are not found.
    expect(differs).toEqual([
      ['strandhoff', 'strnadhof'],
      ['strnadhof', 'strandhoff'],
    ])
  })

  it('takes words of any length without failing', async () => {
    const { rows } = await owner.query(`select app.is_slip_of(repeat('a', 300), repeat('b', 300)) as found`)
    expect(rows).toEqual([{ found: false }])
  })
})

describe('the words of names', () => {
  it('are kept when persons are added and renamed, each once, and the app role cannot read them', async () => {
    const id = '01990000-0000-7000-8000-000000000001'
    await owner.query(`insert into area (id, country, name) values ($1, 'GB', 'Northshire')`, [id])
    await owner.query(
      `insert into service (id, name, kind, country, area_id, time_zone, receives) values ($1, 'P', 'prison-health', 'GB', $1, 'Europe/London', '{}')`,
      [id],
    )
    const add = (person: string, key: string) =>
      owner.query(
        `insert into person (id, family_name, given_names, name_key, sex, created_by_service_id, created_at)
         values ($1, 'x', 'x', $2, 'unknown', $3, now())`,
        [person, key, id],
      )
    await add('01990000-0000-7000-8000-000000000002', 'hansen luc')
    await add('01990000-0000-7000-8000-000000000003', 'hansen maria')
    await owner.query(`update person set name_key = 'larsen luc' where name_key = 'hansen luc'`)
    const { rows } = await owner.query<{ word: string }>('select word from name_word order by word')
    expect(rows.map((row) => row.word)).toEqual(['hansen', 'larsen', 'luc', 'maria'])

    const app = new pg.Client({ connectionString: fresh.appUrl })
    await app.connect()
    for (const text of ['select * from name_word', `select app.slips_of('hansen')`, `select app.is_slip_of('a', 'b')`])
      await expect(app.query(text)).rejects.toMatchObject({ code: '42501' })
    expect((await app.query(`select * from app.search_persons('', null, array['hansen'], 50)`)).rows).toEqual([])
    await app.end()
  })
})
