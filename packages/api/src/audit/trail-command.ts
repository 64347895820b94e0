/**
 * For whoever runs the machine. Without DATABASE_URL it is about the embedded database of the data folder, which has to be running:
 *
 *   trail-command.ts verify            recomputes every chain; 1 and the first bad entry when one is bad
 *   trail-command.ts export <file>     heads and batches for a second party; --with-entries adds the entries
 *   trail-command.ts public-key        what a second party checks with, in PEM
 *
 * The key is AUDIT_SIGNING_KEY, or for verify AUDIT_PUBLIC_KEY (PEM) where the private one is not to leave the worker.
 */
import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findEmbeddedUrl } from '@throughcare/db/cluster/embedded-url'
import { closeDatabase } from '@throughcare/db/database'
import { REPOSITORY_ROOT } from '@throughcare/db/repository-root'
import { readAnchor } from './trail-anchor.ts'
import { pemOf, readTrailKey } from './trail-key.ts'
import { verifyTrail } from './verify-trail.ts'
import { writeExport } from './write-export.ts'

const [what, file, more] = process.argv.slice(2)
const dataFolder = resolve(REPOSITORY_ROOT, process.env.THROUGHCARE_DATA || '.throughcare')

/** A file of the data folder that `npm start` keeps there; undefined when it is not there. */
function kept(name: string): string | undefined {
  const path = join(dataFolder, name)
  return existsSync(path) ? path : undefined
}

function publicKey() {
  const given = process.env.AUDIT_PUBLIC_KEY
  if (given) return createPublicKey(given)
  const ofDemo = kept('audit-key')
  return readTrailKey(process.env.AUDIT_SIGNING_KEY ?? (ofDemo && readFileSync(ofDemo, 'utf8').trim())).publicKey
}

const embedded = process.env.DATABASE_URL ? null : findEmbeddedUrl(dataFolder)
if (embedded) process.env.DATABASE_URL = embedded

try {
  if (what === 'public-key') process.stdout.write(pemOf(publicKey()))
  else if (what === 'export' && file) {
    const { heads, seals, entries } = await writeExport(file, { withEntries: more === '--with-entries' })
    console.log(`${file}: ${heads} heads, ${seals} batches, ${entries} entries`)
  } else if (what === 'verify') {
    const anchor = process.env.AUDIT_ANCHOR_FILE ?? kept('audit-anchor.json')
    const { entries, seals, fault } = await verifyTrail({
      publicKey: publicKey(),
      anchor: anchor ? readAnchor(anchor) : new Map(),
    })
    if (fault) {
      const where = `service ${fault.serviceId ?? 'unknown'}, batch ${fault.sequence ?? 'unknown'}, entry ${fault.entryId ?? 'unknown'}`
      console.error(`The trail was altered. The first that is bad: ${fault.what}, ${where}.`)
      process.exitCode = 1
    } else console.log(`${entries} entries in ${seals} batches: all as they were sealed.`)
  } else {
    console.error('verify, export <file> [--with-entries], or public-key')
    process.exitCode = 2
  }
} finally {
  await closeDatabase()
}
