import { newId } from '@throughcare/db/uuid'
import { markCase } from './canaries.ts'
import type { StoredCase } from './case-to-store.ts'
import type { Owner } from './put.ts'
import { nextName } from './stored-case.ts'

/** The rows of a case that was just stored, those included that triggers wrote, and how another of its kind is made of them. */
export type CaseCopies = {
  of: StoredCase
  /** Another case of the same kind: the same rows under ids and a name of its own, stored without their triggers. */
  copy: () => Promise<StoredCase>
}

/** Written by whoever looks at a case; never part of one. */
const NOT_OF_A_CASE = ['audit_entry', 'turn', '_prisma_migrations']

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * Copies cases with what their triggers wrote. The matrix needs a case for every press, and storing each anew spent a third of the
 * database's time in triggers that had said the same before.
 */
export class CaseCopier {
  readonly #owner: Owner
  /** Every id that stood in the database before there was a case: a copy keeps those. */
  readonly #shared: ReadonlySet<string>

  private constructor(owner: Owner, shared: ReadonlySet<string>) {
    this.#owner = owner
    this.#shared = shared
  }

  /** To be made when hats and services are there, and no case is. Needs a superuser, or the owner of a test cluster. */
  static async of(owner: Owner): Promise<CaseCopier> {
    await learnToCopy(owner)
    return new CaseCopier(owner, new Set((await rowsSince(owner, '0')).match(UUID) ?? []))
  }

  /** @param store stores one case; nobody else writes meanwhile. */
  async photograph(store: () => Promise<StoredCase>): Promise<CaseCopies> {
    const { rows } = await this.#owner.query<{ before: string }>('select pg_current_xact_id()::text as before')
    const of = await store()
    const own = new Set(JSON.stringify(of).match(UUID))
    const written = JSON.parse(await rowsSince(this.#owner, rows[0]?.before ?? '')) as Record<string, unknown[]>
    const isOwn = (row: unknown) =>
      JSON.stringify(row)
        .match(UUID)
        ?.some((id) => own.has(id))
    const text = JSON.stringify(
      Object.fromEntries(Object.entries(written).map(([table, all]) => [table, all.filter(isOwn)])),
    )
    // In the order in which they were made, so that what was first is first in the copy.
    const ids = [...new Set(text.match(UUID))].filter((id) => !this.#shared.has(id)).toSorted()
    return { of, copy: () => this.#copy(of, text, ids) }
  }

  async #copy(of: StoredCase, text: string, ids: readonly string[]): Promise<StoredCase> {
    const newIds = new Map(ids.map((id) => [id, newId()]))
    const name = nextName()
    const renamed = (each: string) =>
      each
        .replace(UUID, (id) => newIds.get(id) ?? id)
        .replaceAll(of.familyName, name.familyName)
        .replaceAll(of.familyName.toLowerCase(), name.familyName.toLowerCase())
        .replaceAll(of.number, name.number)
    const one = JSON.parse(renamed(JSON.stringify(of))) as StoredCase
    markCase(one)
    await this.#owner.query({ name: 'copy a case', text: 'select matrix.copy_rows($1)', values: [renamed(text)] })
    return one
  }
}

/** A function for rows of any table, with one statement for each, so that PostgreSQL plans them once. */
async function learnToCopy(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ place: string; name: string; columns: string }>(
    `select c.oid::regclass::text as place, c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
       and a.attidentity = '' and a.attgenerated = '' and coalesce(pg_get_expr(d.adbin, d.adrelid), '') !~ '^nextval'
     group by c.oid`,
    [NOT_OF_A_CASE],
  )
  const seen = rows.map(
    ({ place, name }) =>
      `select '${name}' as name, jsonb_agg(to_jsonb(t)) as found from ${place} t where t.xmin::text::bigint >= $1`,
  )
  const stored = rows.map(
    ({ place, name, columns }) =>
      `if $1 ? '${name}' then insert into ${place} (${columns})
         select ${columns} from jsonb_populate_recordset(null::${place}, $1 -> '${name}'); end if;`,
  )
  await owner.query(`
    create schema matrix;
    create function matrix.rows_since(bigint) returns jsonb language sql stable as $$
      select jsonb_object_agg(name, found) from (${seen.join('\nunion all ')}) each where found is not null $$;
    create function matrix.copy_rows(jsonb) returns void language plpgsql set session_replication_role = replica as $$
    begin
      ${stored.join('\n')}
    end $$`)
}

async function rowsSince(owner: Owner, since: string): Promise<string> {
  const { rows } = await owner.query<{ rows: string | null }>('select matrix.rows_since($1)::text as rows', [since])
  return rows[0]?.rows ?? '{}'
}
