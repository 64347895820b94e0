import type { Owner } from './put.ts'

/** Written by refusals as well: the trail, which is looked at by itself, and when somebody was last seen. */
const NOT_OF_A_CASE = ['audit_entry', '_prisma_migrations']

/** Looks whether anything was written. */
export type Footprint = {
  /** Rows and versions of every table, in one text: equal before and after a refusal. */
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

/** Makes the question once, from the catalogue, so that a table that is added is looked at too. */
export async function footprintOf(owner: Owner): Promise<Footprint> {
  const text = await questionOf(owner)
  let known: string | null = null
  const take = async () => {
    const { rows } = await owner.query<{ footprint: string }>({ name: 'footprint', text })
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

async function questionOf(owner: Owner): Promise<string> {
  const { rows } = await owner.query<{ place: string; versioned: boolean }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as place, exists (
       select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'version' and not a.attisdropped
         and a.atttypid = 'int4'::regtype) as versioned
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname = 'public' or n.nspname = 'pgboss' and c.relname = 'job') and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> all ($1) order by 1`,
    [NOT_OF_A_CASE],
  )
  if (rows.length < 30) throw new Error('the footprint looks at too few tables')
  const parts = rows.map(({ place, versioned }) =>
    versioned
      ? `(select count(*) || ':' || coalesce(sum(version), 0) from ${place})`
      : `(select count(*) from ${place})`,
  )
  return `select concat_ws(' ', ${parts.join(', ')}) as footprint`
}
