import type { Owner } from './put.ts'

/** Written by refusals as well: the trail, which is looked at by itself, and the count of who asks how often. */
const NOT_OF_A_CASE = ['audit_entry', 'turn', '_prisma_migrations']
/** Every press tells when somebody was last seen: of these, only rows that come or go are looked at. */
const TOUCHED_BY_ANY_PRESS = ['session']

/** Looks whether anything was written. */
export type Footprint = {
  /** The last row that was written in any table: equal before and after a refusal. */
  take: () => Promise<string>
  /** The last one taken, where nothing was written since on purpose: half the work for a refusal after a refusal. */
  last: () => Promise<string>
  /** Something is about to be written on purpose. */
  forget: () => void
  /** How many entries of the trail tell that this account read or wrote this case, or pressed this press. */
  entries: (of: {
    accountId: string
    serviceId: string
    episodeId: string
    personId: string
    requestId: string
  }) => Promise<number>
  /** How many attempts of this account the trail holds that were denied, or refused with an answer about the case. */
  denials: (accountId: string, serviceId: string) => Promise<{ denied: number; refused: number }>
}

/** Makes every table tell of each row that is written, from the catalogue, so that a table that is added is looked at too. */
export async function footprintOf(owner: Owner): Promise<Footprint> {
  await listen(owner)
  let known: string | null = null
  const take = async () => {
    const { rows } = await owner.query<{ footprint: string }>({
      name: 'footprint',
      text: 'select coalesce(max(id), 0)::text as footprint from footprint.written',
    })
    known = rows[0]?.footprint ?? ''
    return known
  }
  return {
    take,
    last: async () => known ?? (await take()),
    forget: () => {
      known = null
    },
    entries: async ({ accountId, serviceId, episodeId, personId, requestId }) => {
      const { rows } = await owner.query<{ count: number }>({
        name: 'entries',
        text: `select count(*)::int as count from audit_entry where service_id = $1 and account_id = $2 and outcome = 'done'
                 and ($3 = any (episode_ids) or $4 = any (person_ids) or request_id = $5)`,
        values: [serviceId, accountId, episodeId, personId, requestId],
      })
      return rows[0]?.count ?? 0
    },
    denials: async (accountId, serviceId) => {
      const { rows } = await owner.query<{ denied: number; refused: number }>({
        name: 'denials',
        text: `select count(*) filter (where outcome = 'denied')::int as denied,
                 count(*) filter (where outcome = 'refused')::int as refused
               from audit_entry where service_id = $1 and account_id = $2`,
        values: [serviceId, accountId],
      })
      return rows[0] ?? { denied: 0, refused: 0 }
    },
  }
}

async function listen(owner: Owner): Promise<void> {
  await owner.query(`
    create schema footprint;
    create table footprint.written (id bigserial primary key, place text not null);
    create function footprint.write() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      insert into footprint.written (place) values (tg_table_name);
      return null;
    end $$`)
  const { rows } = await owner.query<{ place: string; often: boolean }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as place, c.relname = any ($2) as often
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname = 'public' or n.nspname = 'pgboss' and c.relname = 'job') and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> all ($1)`,
    [NOT_OF_A_CASE, TOUCHED_BY_ANY_PRESS],
  )
  if (rows.length < 30) throw new Error('the footprint looks at too few tables')
  await owner.query(
    rows
      .map(({ place, often }) => {
        const what = often ? 'insert or delete' : 'insert or update or delete'
        return `create trigger zz_footprint after ${what} on ${place} for each row execute function footprint.write();`
      })
      .join('\n'),
  )
}
