import type { Tx } from '@throughcare/db/as-actor'
import { CATEGORIES } from '@throughcare/domain/access/access-codes'
import type { Hat } from '../hats.ts'
import { put } from '../put.ts'
import { type Stage, situationsOf } from '../stage.ts'
import { type Access, accessIn } from './access.ts'
import { never, type TableRule } from './rule-forms.ts'
import { CASE_TABLES } from './table-rules.ts'
import { tryOut } from './tries.ts'

/** Tables of which a category alone decides: the rows of a case that name one, or all of them. */
const RULED = Object.entries(CASE_TABLES).filter(([, { category }]) => category !== 'envelope' && category !== 'own')

const isNamed = (category: TableRule['category']) => category === 'area' || category === 'category'

/** A row of every category in every standing case, so that no category goes unasked, also one that has no table of its own. */
export async function storeEveryCategory(stage: Stage): Promise<void> {
  const cases = new Set(
    stage.hats.flatMap((hat) => situationsOf(hat).map((situation) => stage.standing(hat, situation).episodeId)),
  )
  const by = stage.people.northgateNurse.accountId
  for (const episodeId of cases)
    await put(
      stage.owner,
      'case_fact',
      CATEGORIES.map((category) => ({
        episode_id: episodeId,
        code: `about-${category}`,
        category,
        state: 'asked-later',
        recorded_at: '2026-03-20T09:00:00Z',
        recorded_by: by,
        version: 0,
      })),
    )
}

/** Of each table, the cases and categories of which it has rows. */
export type Held = ReadonlyMap<string, ReadonlySet<string>>

/** Asks as the owner of the tables what there is. */
export async function findHeld(stage: Stage): Promise<Held> {
  const held = new Map<string, Set<string>>()
  for (const [table, { caseIn, category }] of RULED) {
    const { rows } = await stage.owner.query<{ key: string }>(
      `select distinct ${keyOf(caseIn, category)} from ${table}`,
    )
    held.set(table, new Set(rows.map(({ key }) => key)))
  }
  return held
}

const keyOf = (caseIn: string, category: TableRule['category']) =>
  `${caseIn}::text || ' ' || ${isNamed(category) ? category : `'${category}'`} as key`

export type Compared = { cells: number; faults: string[] }

/**
 * Holds the domain against the policies for one hat: in every situation of its service, for every category, what the domain opens for
 * reading and for writing is what each table with rows of that category lets through. A table that asks for more is never wider.
 */
export async function compare(stage: Stage, hat: Hat, held: Held): Promise<Compared> {
  const places = situationsOf(hat).map((situation): Place => {
    const { episodeId, personId } = stage.standing(hat, situation)
    return { access: accessIn(hat, situation), episodeId, personId }
  })
  const cells = new Map(
    places.flatMap(({ access: { situation } }) =>
      CATEGORIES.flatMap((category) =>
        DOES.map((does): [string, boolean] => [`${situation}: ${does} ${category}`, false]),
      ),
    ),
  )
  const faults: string[] = []
  await tryOut(accessIn(hat, 'stranger'), async (tx) => {
    for (const [table, rule] of RULED) {
      const through = await letThrough(tx, table, rule, places)
      for (const { access, ...of } of places)
        for (const category of CATEGORIES) {
          const key = `${of[table === 'person' || rule.caseIn === 'person_id' ? 'personId' : 'episodeId']} ${category}`
          if (!held.get(table)?.has(key)) continue
          for (const does of DOES) {
            const did = through[does]?.has(key)
            if (did === undefined) continue
            const may = (does === 'reads' ? access.open : access.writable).has(category)
            const cell = `${access.situation}: ${does} ${category}`
            if (!rule.asksMore) cells.set(cell, true)
            if (did && !may) faults.push(`${hat.name}, ${cell} in ${table} and may not`)
            if (may && !did && !rule.asksMore) faults.push(`${hat.name}, ${cell}: not in ${table}, and may`)
          }
        }
    }
  })
  for (const [cell, isExamined] of cells) if (!isExamined) faults.push(`${hat.name}, ${cell}: no table was asked`)
  return { cells: cells.size, faults }
}

const DOES = ['reads', 'writes'] as const

type Place = { access: Access; episodeId: string; personId: string }

/** Which cases and categories the policies let be read, and changed. Null: nothing of the table is changed. */
async function letThrough(
  tx: Tx,
  table: string,
  { caseIn, category, touch = caseIn, changes }: TableRule,
  places: readonly Place[],
): Promise<{ reads: ReadonlySet<string>; writes: ReadonlySet<string> | null }> {
  const ids = places.flatMap(({ episodeId, personId }) => [episodeId, personId])
  const ask = async (text: string) => {
    const rows = await tx.$queryRawUnsafe<{ key: string }[]>(text, ids)
    return new Set(rows.map(({ key }) => key))
  }
  const key = keyOf(caseIn, category)
  const ofThem = `where ${caseIn} = any ($1::uuid[])`
  const reads = await ask(`select ${key} from ${table} ${ofThem}`)
  if (changes === null || changes === never) return { reads, writes: null }
  return { reads, writes: await ask(`update ${table} set ${touch} = ${touch} ${ofThem} returning ${key}`) }
}
