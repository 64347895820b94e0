import { type DatabaseUrls, withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { TABLES } from './country-tables.ts'
import type { Categories } from './handoff-rows.ts'
import { copyCountry, type LoadedCountry, type Superuser } from './load-country.ts'

/** Room for the copying: fewer checkpoints. Taken back before anything is measured. */
const WHILE_COPYING = { max_wal_size: "'8GB'", checkpoint_timeout: "'30min'" }
/** Parts that are worked out again by the database's own function and compared. */
const PARTS_COMPARED = 400

/**
 * A country in an empty, migrated database: copied with foreign keys and triggers on trust, then what triggers would have made is
 * made in SQL, every foreign key of the loaded tables is checked, and a sample of the parts is compared with what
 * `app.refresh_case_part` makes of it.
 *
 * @throws when a key points nowhere or a part differs
 */
export function makeCountry(
  urls: Pick<DatabaseUrls, 'superUrl'>,
  what: { episodes: number; seed: number; now: number },
  log: (line: string) => void,
): Promise<LoadedCountry> {
  return withSuperuser(urls.superUrl, async (owner) => {
    for (const [setting, value] of Object.entries(WHILE_COPYING))
      await owner.query(`alter system set ${setting} = ${value}`)
    await owner.query('select pg_reload_conf()')
    const made = await copyCountry(urls.superUrl, what, await categoriesOf(owner))
    const rows = Object.values(made.rows).reduce((sum, each) => sum + each, 0)
    log(`${rows.toLocaleString('en')} rows copied in ${made.copySeconds.toFixed(1)} s`)
    await timed(log, 'words of names', () => owner.query(WORDS))
    await timed(log, 'inboxes', () => owner.query(INBOXES))
    await timed(log, 'statistics', () => owner.query('vacuum analyze'))
    await timed(log, 'foreign keys', () => checkKeys(owner))
    await timed(log, 'parts compared', () => compareParts(owner))
    for (const setting of Object.keys(WHILE_COPYING)) await owner.query(`alter system reset ${setting}`)
    await owner.query('select pg_reload_conf()')
    await timed(log, 'checkpoint', () => owner.query('checkpoint'))
    return made
  })
}

async function timed(log: (line: string) => void, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

const WORDS = `insert into name_word (word) select distinct w.word from person n, unnest(string_to_array(n.name_key, ' ')) as w (word)
  where w.word <> ''`

/** What stands in inboxes, by the function that makes it for a case. */
const INBOXES = `select app.list_open_handoffs(c.episode_id) from (select distinct h.episode_id from handoff h
  where h.status in ('sent', 'acknowledged', 'accepted', 'in-progress')) c`

async function categoriesOf(owner: Superuser): Promise<Categories> {
  const { rows } = await owner.query<{ ofArea: Categories['ofArea']; ofKind: Categories['ofKind'] }>(
    `select (select jsonb_object_agg(a, app.categories_of_area(a)) from unnest(array['omt', 'housing', 'benefits', 'naloxone',
        'health', 'support', 'documents']) a) as "ofArea",
      (select jsonb_object_agg(k, app.categories_of_kind(k)) from unnest(array['prison-health', 'drug-service', 'housing',
        'benefits']) k) as "ofKind"`,
  )
  return rows[0] as Categories
}

/** What COPY took on trust: no row of a loaded table names one that is not there. */
async function checkKeys(owner: Superuser): Promise<void> {
  const { rows } = await owner.query<{ name: string; ask: string }>(
    `select c.conname as name, format('select count(*)::int as lost from %s child where %s and not exists (select 1 from %s parent where %s)',
       c.conrelid::regclass, string_agg(format('child.%I is not null', a.attname), ' and '), c.confrelid::regclass,
       string_agg(format('parent.%I = child.%I', f.attname, a.attname), ' and ')) as ask
     from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) as k (here, there)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
     join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.there
     where c.contype = 'f' and c.conrelid = any ($1::text[]::regclass[])
     group by c.oid, c.conname, c.conrelid, c.confrelid`,
    [Object.keys(TABLES)],
  )
  if (rows.length === 0) throw new Error('no foreign key was found to check')
  for (const { name, ask } of rows) {
    const lost = (await owner.query<{ lost: number }>(ask)).rows[0]?.lost
    if (lost !== 0) throw new Error(`${lost} rows break the foreign key ${name}`)
  }
}

/** Parts of services whose case is living, so that the database's own function, which reads the clock, says the same. */
async function compareParts(owner: Superuser): Promise<void> {
  await owner.query('begin')
  const { rows } = await owner.query<{ wrong: number; compared: number }>(
    `with sample as materialized (
       select p.* from case_part p where p.until = 'infinity' or p.relation = 'closing' and exists (
         select 1 from custody_stay s where s.episode_id = p.episode_id and s.prison_service_id = p.service_id)
       order by md5(p.episode_id::text) limit $1),
     again as materialized (select app.refresh_case_part(s.service_id, s.episode_id), s.* from sample s)
     select count(*)::int as compared from again`,
    [PARTS_COMPARED],
  )
  const { rows: moved } = await owner.query<{ moved: number }>(
    `select count(*)::int as moved from case_part p where p.xmin = pg_current_xact_id()::xid`,
  )
  await owner.query('rollback')
  if (!rows[0]?.compared || moved[0]?.moved !== 0)
    throw new Error(`of ${rows[0]?.compared} parts ${moved[0]?.moved} are not what the database makes of them`)
}
