import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { accessIn, accessOf } from './database/access.ts'
import { findGrants, type Grants } from './database/catalogue.ts'
import { compare, findHeld, type Held, storeEveryCategory } from './database/parity.ts'
import { policiesWithoutCategory } from './database/policies.ts'
import type { Row } from './database/rule-forms.ts'
import { CASE_TABLES, KEPT_TABLES, OWN_TABLES, QUEUE_SCHEMA, REFERENCE_TABLES } from './database/table-rules.ts'
import { everyRow, letsIn, reached, seen, tryOut } from './database/tries.ts'
import { type Hat, ungranted } from './hats.ts'
import { type Stage, setStage, situationsOf } from './stage.ts'
import { Tally } from './tally.ts'

/**
 * The access matrix of the database alone: the policies, asked in SQL by every role at every kind of service, without a use
 * case in between.
 */
let scene: Scene
let stage: Stage
let grants: Grants[]
const rowsOf = new Map<string, Row[]>()
const tally = new Tally('database alone, tables')
const parity = new Tally('domain and database, cell by cell')

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene)
  grants = await findGrants(scene.owner)
  await storeEveryCategory(stage)
  for (const table of Object.keys(CASE_TABLES)) rowsOf.set(table, await everyRow(stage, table))
})
afterAll(async () => {
  tally.print()
  parity.print()
  await scene.close()
})

describe('A02: every table and view that the app role can touch', () => {
  it('is listed: as a case table, a reference table, an own table or the queue', () => {
    const listed: readonly string[] = [...Object.keys(CASE_TABLES), ...REFERENCE_TABLES, ...KEPT_TABLES, ...OWN_TABLES]
    const touched = grants.map(({ table }) => table).filter((table) => !table.startsWith(`${QUEUE_SCHEMA}.`))
    expect(
      touched
        .filter((table) => !listed.includes(table))
        .map((table) => `${table}: say in matrix/database/table-rules.ts who may read and write it`),
    ).toEqual([])
    expect(listed.filter((table) => !touched.includes(table))).toEqual([])
  })

  it('is granted for no more than its rule knows', () => {
    const wrong = grants.flatMap((one) => {
      const rule = CASE_TABLES[one.table]
      if (!rule) return []
      const isAsRuled =
        one.select && one.update === (rule.changes !== null) && one.insert === (rule.adds !== null) && !one.delete
      return isAsRuled ? [] : [one]
    })
    expect(wrong).toEqual([])
  })

  it('is only read where it is reference', () => {
    const written = grants.filter(
      (one) => (REFERENCE_TABLES as readonly string[]).includes(one.table) && (one.insert || one.update || one.delete),
    )
    expect(written).toEqual([])
  })
})

describe.each(Object.entries(CASE_TABLES))('A02: %s', (table, rule) => {
  const idOf = (row: Row) => String(row[rule.caseIn])
  const keyOf = ({ handoff: _handoff, ...row }: Row) => JSON.stringify(Object.entries(row).toSorted())

  it('shows every hat exactly the rows that part and category open, of all rows there are', async () => {
    const all = rowsOf.get(table) ?? []
    const faults: string[] = []
    for (const hat of stage.hats) {
      const access = accessOf(stage, hat)
      const mine = all.filter((row) => {
        const to = access.get(idOf(row))
        return to !== undefined && rule.reads(row, to)
      })
      let found: Row[] = []
      await tryOut(accessIn(hat, 'stranger'), async (tx) => {
        found = await seen(tx, table)
      })
      const must = new Set(mine.map(keyOf))
      const does = new Set(found.map(keyOf))
      const tell = (row: Row) =>
        `${hat.name}, ${access.get(idOf(row))?.situation ?? 'no part'}: ${row.area ?? row.category ?? ''}`
      faults.push(...found.filter((row) => !must.has(keyOf(row))).map((row) => `${tell(row)} is shown`))
      faults.push(...mine.filter((row) => !does.has(keyOf(row))).map((row) => `${tell(row)} is not shown`))
      tally.add(table, 'cases read', situationsOf(hat).length)
    }
    expect([...new Set(faults)]).toEqual([])
    expect(all.length).toBeGreaterThan(stage.hats.length)
  })

  it('lets every hat change, add and take away exactly what a part that acts opens', async () => {
    const faults: string[] = []
    for (const hat of stage.hats)
      for (const situation of situationsOf(hat)) {
        const access = accessIn(hat, situation)
        const { episodeId, personId } = stage.standing(hat, situation)
        const caseId = table === 'person' || rule.caseIn === 'person_id' ? personId : episodeId
        const rows = (rowsOf.get(table) ?? []).filter((row) => idOf(row) === caseId)
        const { changes, adds } = rule
        await tryOut(access, async (tx) => {
          if (changes) {
            const may = rows.filter((row) => changes(row, access)).length
            const did = await reached(tx, table, rule, caseId)
            tally.add(table, may > 0 ? 'changed' : 'not changed')
            if (did !== may) faults.push(`${hat.name}, ${situation}: changes ${did} of ${rows.length} rows, may ${may}`)
          }
          if (!adds) return
          const copies = rows.map((row) => ({ ...row, ...adds.as(access) }))
          for (const may of [true, false]) {
            const copy = copies.find((row) => adds.may(row, access) === may)
            if (!copy) continue
            tally.add(table, may ? 'added' : 'not added')
            if ((await letsIn(tx, table, copy)) !== may)
              faults.push(
                `${hat.name}, ${situation}: ${may ? 'cannot add' : 'adds'} ${copy.area ?? copy.category ?? 'a row'}`,
              )
          }
        })
      }
    expect(faults).toEqual([])
  })
})

// Last of all: it takes grants away.
describe('A02: domain and row level security say the same of every cell', () => {
  let held: Held
  beforeAll(async () => {
    held = await findHeld(stage)
  })

  it('asks in every policy of a case table for the category of the table', async () => {
    expect(await policiesWithoutCategory(scene.owner)).toEqual([])
  })

  it('role, kind of service, part and category, with every grant and with none', async () => {
    const faults: string[] = []
    const look = async (hat: Hat) => {
      const compared = await compare(stage, hat, held)
      parity.add(hat.name, 'read and written as the domain says', compared.cells)
      faults.push(...compared.faults)
    }
    for (const hat of stage.hats) {
      await look(hat)
      if (hat.actor.grants.length > 0) await look(await ungranted(scene.owner, hat))
    }
    expect(faults).toEqual([])
  })
})
