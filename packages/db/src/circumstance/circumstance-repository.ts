import type { Category } from '@throughcare/domain/access/access-codes'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'

/** Tables of a case whose rows are never changed: of each id the row with the highest version stands. */
const TABLES = {
  barrier: 'id',
  belongings: 'id',
  housing_place: 'span',
  health_supply: 'id',
  kept_date: 'id',
  treatment_away: 'id',
} as const
export type CircumstanceTable = keyof typeof TABLES

/** What every such row carries beside what was said. */
export type Stated = { episodeId: string; version: number; recordedAt: string; recordedBy: string | null }

type Json = string | number | boolean | null | readonly string[]

/**
 * What stands of a table for one case, in the categories that the actor's part opens, the thing recorded first coming first.
 *
 * @param category the category of the whole table, or the column that names each row's
 */
export async function findStanding<Row extends Stated>(
  { tx, actor, now }: Deed,
  table: CircumstanceTable,
  episodeId: string,
  category: Category | 'area' | 'category',
): Promise<Row[]> {
  const key = Prisma.raw(TABLES[table])
  const rows = await tx.$queryRaw<{ row: Record<string, Json> }[]>`
    select to_jsonb(t) || jsonb_build_object('recorded_at', app.utc(t.recorded_at), 'recorded_by', a.display_name) as row
    from (select distinct on (v.${key}) v.* from case_part p join ${Prisma.raw(table)} v on v.episode_id = p.episode_id
        and ${categoryOf(category)} = any (app.open_categories(p.categories))
      where p.service_id = ${actor.serviceId}::uuid and p.episode_id = ${episodeId}::uuid and p.until > ${now}::timestamptz
      order by v.${key}, v.version desc) t
    left join account a on a.id = t.recorded_by
    order by t.${key}`
  return rows.map(({ row }) => camelKeys(row) as Row)
}

/**
 * Says something for the first time or again, unless somebody was faster: the version seen and the right to write stand in
 * the statement itself.
 *
 * @param seen.key the id of what is said, or the word that stands for it
 * @param seen.version 0 when nothing was said yet
 * @param says in the words of the columns: `resolved_on`, not `resolvedOn`, comes from `resolvedOn`
 * @returns false when another version stands than the one seen, or the part may not write it.
 */
export async function recordStatement(
  { tx, actor, now }: Deed,
  table: CircumstanceTable,
  seen: { episodeId: string; key: string; version: number; category: Category },
  says: Record<string, unknown>,
): Promise<boolean> {
  const key = Prisma.raw(TABLES[table])
  const name = Prisma.raw(table)
  const row = JSON.stringify({
    ...snakeKeys(says),
    [TABLES[table]]: seen.key,
    episode_id: seen.episodeId,
    version: seen.version + 1,
    recorded_at: now.toISOString(),
    recorded_by: actor.accountId,
  })
  const written = await tx.$executeRaw`
    insert into ${name} select r.* from case_part p, jsonb_populate_record(null::${name}, ${row}::jsonb) r
    where p.service_id = ${actor.serviceId}::uuid and p.episode_id = r.episode_id and p.until > ${now}::timestamptz
      and ${seen.category} = any (app.open_categories(p.writes))
      and r.version = 1 + coalesce((select max(v.version) from ${name} v
        where v.episode_id = r.episode_id and v.${key} = r.${key}), 0)
    on conflict do nothing`
  return written === 1
}

function categoryOf(category: Category | 'area' | 'category'): Prisma.Sql {
  return category === 'area' || category === 'category' ? Prisma.raw(`v.${category}`) : Prisma.sql`${category}`
}

function camelKeys(row: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

function snakeKeys(says: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(says).map(([key, value]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
