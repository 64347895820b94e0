/**
 * Loads the demo data into the database at DATABASE_OWNER_URL, once: a database that has it is left as it is.
 *
 *   DATABASE_OWNER_URL=postgresql://… node prisma/demo/load-demo.ts
 */
import { REFUSED_EXIT_CODE, StartRefused } from '@throughcare/db/start-refused'
import pg from 'pg'
import { loadDemo } from './load-rows.ts'

const started = performance.now()
const ownerUrl = process.env.DATABASE_OWNER_URL
const owner = new pg.Client({ connectionString: ownerUrl ?? '' })
try {
  if (!ownerUrl)
    throw new StartRefused('Set DATABASE_OWNER_URL to the database as its owner role: the demo data needs it.')
  await owner.connect()
  const loaded = await loadDemo(owner, (step) => console.log(step))
  console.log(
    loaded.kind === 'already-there'
      ? 'The demo data is there already.'
      : `Loaded ${loaded.persons} persons in ${loaded.rows} rows, up to ${loaded.day}, in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  )
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = REFUSED_EXIT_CODE
} finally {
  await owner.end()
}
