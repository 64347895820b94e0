/**
 * Everything of `npm start` that needs no database: packages, database client, pages. For images and for machines that are
 * prepared before they are put to work.
 *
 *   node start/make-ready.mjs
 */
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages, generateClient, install } from './prepare.mjs'
import { say } from './progress.mjs'
import { findSentence } from './refused.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const workshop = { root, logFolder: join(tmpdir(), 'throughcare-make-ready') }

try {
  await install(workshop)
  await generateClient(workshop)
  await buildPages(workshop)
} catch (error) {
  say(findSentence(error, root) ?? String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
}
