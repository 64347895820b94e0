import { StartRefused } from '@throughcare/db/start-refused'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type pg from 'pg'
import { tellLives } from './demo-data.ts'
import { setStage } from './stage.ts'
import { writeRows } from './write-rows.ts'

/** What a load did: nothing where the demo is there already. */
export type Loaded = { kind: 'already-there' } | { kind: 'loaded'; day: PlainDate; persons: number; rows: number }

/** Any number will do as long as nobody else uses it: two starts at once load once. */
const LOAD_LOCK = 7_246_840_502n

/**
 * Fills an empty database with the demo: all of it in one transaction, or none.
 *
 * @param owner signed in as the owner of the tables
 * @param tell hears what is being done
 * @throws StartRefused where the database is in real use: made for production, or with a person in it whom nobody invented
 */
export async function loadDemo(owner: pg.Client, tell: (step: string) => void): Promise<Loaded> {
  await owner.query('begin')
  try {
    await owner.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK])
    if (await isThere(owner)) {
      await owner.query('rollback')
      return { kind: 'already-there' }
    }
    const loaded = await fill(owner, tell)
    await owner.query('commit')
    await owner.query('analyze')
    return loaded
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}

/** @throws StartRefused */
async function isThere(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ purpose: string | null; real: boolean; demo: boolean }>(
    `select (select purpose from installation) as purpose, exists (select from person where not demo) as real,
       exists (select from service where demo) as demo`,
  )
  const found = rows[0]
  if (found?.purpose === 'production')
    throw new StartRefused('This database is made for real use: the demo data is not loaded into it.')
  if (found?.real)
    throw new StartRefused(
      'There are persons in this database who are not of the demo: the demo data is not loaded beside them.',
    )
  return found?.demo === true
}

async function fill(owner: pg.Client, tell: (step: string) => void): Promise<Loaded> {
  const { rows: clock } = await owner.query<{ day: PlainDate }>(
    `select (app.now() at time zone 'UTC')::date::text as day`,
  )
  const day = clock[0]?.day
  if (!day) throw new Error('the database has no clock')
  tell(`inventing eighteen months up to ${day}`)
  const stage = setStage(day)
  const lives = tellLives(stage)

  await owner.query(
    `insert into installation (one_row, purpose) values (true, 'demo') on conflict (one_row) do update set purpose = 'demo'`,
  )
  let rows = 0
  for (const [table, each] of Object.entries({ ...stage.rows, ...lives })) {
    tell(`writing ${table}: ${each.length}`)
    await writeRows(owner, table, each)
    rows += each.length
  }
  await closePartsInTime(owner)
  return { kind: 'loaded', day, persons: lives.person.length, rows }
}

/**
 * Parts are kept by triggers, which count the thirty days after a finished handoff from the moment at which it is written. The
 * demo's were finished long before.
 */
async function closePartsInTime(owner: pg.Client): Promise<void> {
  await owner.query(`
    update case_part p set until = finished.at + interval '30 days'
    from (
      select h.receiving_service_id, h.episode_id, max(m.at) as at from handoff h
      join handoff_move m on m.handoff_id = h.id and m.move = 'finish'
      group by 1, 2
    ) finished
    where p.service_id = finished.receiving_service_id and p.episode_id = finished.episode_id and p.relation = 'closing'`)
}
