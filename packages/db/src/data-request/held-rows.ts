import type { Category } from '@throughcare/domain/access/access-codes'
import { HELD_TABLES, type HeldTable, type HeldTableName } from '@throughcare/domain/data-request/held-tables'
import type { Deed } from '../as-actor.ts'

/** A row as it is stored, by column name. */
export type HeldRow = { table: HeldTableName; row: Record<string, unknown> }

/** The person, and every record that two people joined with it, as far as the actor's service has a part in them. */
export async function findRecordsOf({ tx }: Deed, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select ${personId}::uuid as id
    union select case when m.face_person_id = ${personId}::uuid then m.other_person_id else m.face_person_id end from person_merge m
      where m.state in ('merged', 'parting') and ${personId}::uuid in (m.face_person_id, m.other_person_id)`
  return rows.map(({ id }) => id)
}

/** The categories of these persons' cases that are open to whoever looks, over all parts of their service that work on them. */
export async function findOpenCategories({ tx, actor, now }: Deed, personIds: readonly string[]): Promise<Category[]> {
  const rows = await tx.$queryRaw<{ category: Category }[]>`
    select distinct unnest(app.open_categories(p.categories)) as category from case_part p
    where p.person_id = any (${[...personIds]}::uuid[]) and p.service_id = ${actor.serviceId}::uuid and p.until > ${now}
      and p.relation in ('own', 'accepted', 'closing')`
  return rows.map(({ category }) => category)
}

/**
 * Everything that the actor's service holds about these persons and that is open to whoever looks: of every table of `HELD_TABLES` the
 * rows of cases in which the service works, in the category of the table or the row. Both locks hold: this query names the service and the
 * category, and the policies of each table are asked as for any other read.
 */
export async function findHeldRows({ tx, actor, now }: Deed, personIds: readonly string[]): Promise<HeldRow[]> {
  const rows = await tx.$queryRawUnsafe<HeldRow[]>(EVERYTHING, [...personIds], actor.serviceId, now)
  return rows
}

// Names of tables and columns come from the list in packages/domain, never from input.
const EVERYTHING = `
  with part as materialized (
    select p.person_id, p.episode_id, app.open_categories(p.categories) as open from case_part p
    where p.person_id = any ($1::uuid[]) and p.service_id = $2::uuid and p.until > $3::timestamptz
      and p.relation in ('own', 'accepted', 'closing')
  )
  ${Object.entries(HELD_TABLES).map(selectOf).join('\n  union all ')}`

function selectOf([table, { by, category }]: [string, HeldTable]): string {
  const column = { 'person.id': 'id', person_id: 'person_id', 'episode.id': 'id', episode_id: 'episode_id' }[by]
  const key = by.startsWith('person') ? 'person_id' : 'episode_id'
  const open = typeof category === 'string' ? `'${category}'` : `t.${category.column}`
  return `select '${table}' as "table", to_jsonb(t) as row from ${table} t
    where exists (select 1 from part where part.${key} = t.${column} and ${open} = any (part.open))`
}
