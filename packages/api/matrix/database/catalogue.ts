import type { Owner } from '../put.ts'

export type Grants = { table: string; select: boolean; insert: boolean; update: boolean; delete: boolean }

/** Every table and view of ours that the app's role can touch in any way, with what it is granted. */
export async function findGrants(owner: Owner): Promise<Grants[]> {
  const { rows } = await owner.query<Grants>(
    `select case when n.nspname = 'public' then '' else n.nspname || '.' end || c.relname as table,
       has_any_column_privilege('throughcare_app', c.oid, 'select') as select,
       has_any_column_privilege('throughcare_app', c.oid, 'insert') as insert,
       has_any_column_privilege('throughcare_app', c.oid, 'update') as update,
       has_table_privilege('throughcare_app', c.oid, 'delete') as delete
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm', 'f')
     order by 1`,
  )
  return rows.filter((one) => one.select || one.insert || one.update || one.delete)
}

/** Every function that the app's role may call, but for those of extensions and of PostgreSQL itself. */
export async function findFunctions(owner: Owner): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || p.proname as name
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('throughcare_app', p.oid, 'execute')
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by 1`,
  )
  return rows.map(({ name }) => name)
}
