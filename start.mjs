/**
 * `npm start`: installs, starts the database, migrates, loads the demo, builds, serves, and keeps it running.
 *
 * Plain JavaScript for Node 20, with no dependency: it is what runs before anything is installed. README.md lists its
 * settings; its parts are in start/.
 */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `This is Node ${process.versions.node}, and Throughcare needs ${OLDEST_NODE} or newer: install it from nodejs.org.`,
  )
  process.exit(1)
}

const { start } = await import('./start/run.mjs')
await start(dirname(fileURLToPath(import.meta.url)), process.env)
