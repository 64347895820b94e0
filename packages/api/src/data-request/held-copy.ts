import { createHash } from 'node:crypto'
import type { Deed } from '@throughcare/db/as-actor'
import { listReviewed } from '@throughcare/db/data-request/data-request-repository'
import { findHeldRows, findOpenCategories, findRecordsOf, type HeldRow } from '@throughcare/db/data-request/held-rows'
import { CATEGORIES, type Category } from '@throughcare/domain/access/access-codes'
import {
  HELD_TABLES,
  type HeldTable,
  type HeldTableName,
  isService,
  isTechnical,
} from '@throughcare/domain/data-request/held-tables'

/** A field of a row as the copy shows it. `value` is text, a number, yes or no, or a list of texts. */
export type CopiedField = { field: string; value: string | number | boolean | readonly string[] }

/** The rows of one table; `heldBack`: how many fields of each stay out until a clinician let them go. */
export type CopiedTable = { table: HeldTableName; rows: { fields: CopiedField[]; heldBack: number }[] }

/**
 * A part that may speak of somebody else, or say where the person is safe. `code`: what its row is about, where rows have one.
 * `decision` null: nobody looked yet.
 */
export type HeldPiece = {
  table: HeldTableName
  rowKey: string
  code: string | null
  field: string
  value: CopiedField['value']
  decision: 'release' | 'hold' | null
}

/** Everything held, cut in two: what goes into the copy, and what a clinician looks at first. */
export type HeldCopy = {
  carries: Category[]
  tables: CopiedTable[]
  pieces: HeldPiece[]
  rows: number
  /** Of whom, and of which cases: for the trail. */
  personIds: string[]
  episodeIds: string[]
}

/** Everything that the actor's service holds about a person and that is open to whoever looks, ready to be reviewed and copied. */
export async function getHeldCopy(deed: Deed, of: { dataRequestId: string; personId: string }): Promise<HeldCopy> {
  const personIds = await findRecordsOf(deed, of.personId)
  const held = await findHeldRows(deed, personIds)
  const open = await findOpenCategories(deed, personIds)
  const reviewed = new Map(
    (await listReviewed(deed, of.dataRequestId)).map((one) => [
      `${one.table} ${one.rowKey} ${one.field}`,
      one.decision,
    ]),
  )
  const services = new Map(
    (await deed.tx.service.findMany({ select: { id: true, name: true, kind: true } })).map((one) => [one.id, one]),
  )
  const pieces: HeldPiece[] = []
  const tables = new Map<HeldTableName, CopiedTable>()
  for (const { table, row } of held) {
    const { review = [] }: HeldTable = HELD_TABLES[table]
    const fields: CopiedField[] = []
    let heldBack = 0
    for (const [field, stored] of Object.entries(row)) {
      if (isTechnical(field) || stored === null || (Array.isArray(stored) && stored.length === 0)) continue
      const value = isService(field) ? serviceIn(services, String(stored)) : shown(stored)
      if (!review.includes(field)) {
        fields.push({ field, value })
        continue
      }
      const rowKey = pieceKey(table, row, field, value)
      const decision = reviewed.get(`${table} ${rowKey} ${field}`) ?? null
      pieces.push({ table, rowKey, code: codeOf(row), field, value, decision })
      if (decision === 'release') fields.push({ field, value })
      else heldBack += 1
    }
    const copied = tables.get(table) ?? { table, rows: [] }
    copied.rows.push({ fields, heldBack })
    tables.set(table, copied)
  }
  return {
    carries: CATEGORIES.filter((category) => open.includes(category)),
    tables: [...tables.values()],
    pieces,
    rows: held.length,
    personIds,
    episodeIds: [...new Set(held.flatMap(({ table, row }) => episodeOf(table, row)))],
  }
}

function episodeOf(table: HeldTableName, row: HeldRow['row']): string[] {
  const id = table === 'custody_episode' ? row.id : row.episode_id
  return typeof id === 'string' ? [id] : []
}

/** Which row it is and what stands there, as a digest: other words are another piece, and somebody looks again. */
export function pieceKey(table: string, row: HeldRow['row'], field: string, value: unknown): string {
  const which = row.id ?? [row.episode_id, row.person_id, row.code, row.span]
  return createHash('sha256')
    .update(JSON.stringify([table, which, field, value]))
    .digest('hex')
    .slice(0, 40)
}

function codeOf({ code }: HeldRow['row']): string | null {
  return typeof code === 'string' ? code : null
}

/** Where somebody sleeps stands in the copy as a kind of service: a name on paper may lead somebody there. */
function serviceIn(services: ReadonlyMap<string, { name: string; kind: string }>, id: string): string {
  const service = services.get(id)
  if (!service) return ''
  return service.kind === 'housing' ? 'housing' : service.name
}

function shown(stored: unknown): CopiedField['value'] {
  if (typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean') return stored
  if (Array.isArray(stored)) return stored.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
  return JSON.stringify(stored)
}
