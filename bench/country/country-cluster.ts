import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rebuildFigures } from '../../packages/api/src/continuity/follow-figures.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { type Cluster, startCluster } from '../../packages/db/src/cluster/start-cluster.ts'
import { closeDatabase } from '../../packages/db/src/database.ts'
import { applyMigrations } from '../../packages/db/src/migrate/apply-migrations.ts'
import type { BenchOptions } from './bench-options.ts'
import type { Places } from './country-places.ts'
import { type CountrySize, ITEMS_OF_EPISODE } from './country-size.ts'
import { makeCountry } from './make-country.ts'

export type Country = {
  cluster: Cluster
  size: CountrySize
  places: Places
  loadedAt: string
  /** The data folder of the cluster. */
  folder: string
  close: () => void
}

type Kept = { episodes: number; seed: number; loadedAt: string; size: CountrySize; places: Places }

/**
 * A country on a PostgreSQL of its own with the settings of real use, fsync included: taken from the folder that keeps it, or
 * copied anew.
 */
export async function openCountry(
  episodes: number,
  options: BenchOptions,
  log: (line: string) => void,
): Promise<Country> {
  const folder = options.keep ? join(options.keep, String(episodes)) : mkdtempSync('/tmp/throughcare-country-')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const cluster = await startCluster({ dataFolder: folder })
  const close = () => {
    process.off('exit', close)
    cluster.stop()
    if (!options.keep) rmSync(folder, { recursive: true, force: true })
  }
  // The server is in a process group of its own: a Ctrl-C does not reach it.
  process.once('exit', close)
  try {
    await applyMigrations(cluster.ownerUrl, join(import.meta.dirname, '../../prisma/migrations'))
    const note = join(folder, 'country.json')
    const kept = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Kept) : null
    if (kept && kept.episodes === episodes && kept.seed === options.seed) {
      if (needsFigures(options)) await countFigures(cluster, log)
      return { cluster, size: kept.size, places: kept.places, loadedAt: kept.loadedAt, folder, close }
    }
    if (kept) throw new Error(`${folder} keeps another country: remove it`)
    log(`copying a country of ${episodes.toLocaleString('en')} episodes`)
    const began = performance.now()
    const { size, places, rows, detailed } = await makeCountry(
      cluster,
      { episodes, seed: options.seed, now: Date.now() },
      log,
    )
    if (needsFigures(options)) await countFigures(cluster, log)
    log(
      `loaded in ${((performance.now() - began) / 1000).toFixed(0)} s: ${rows.checklist_item.toLocaleString('en')} items, ${rows.handoff.toLocaleString('en')} handoffs, ${rows.dose.toLocaleString('en')} doses, ${size.prisons} prisons, ${size.services} services, ${size.users} users`,
    )
    if (detailed < episodes)
      log(
        `items, facts and doses of the last 18 months only: ${((detailed / episodes) * 100).toFixed(1)} % of the episodes`,
      )
    if (rows.checklist_item !== detailed * ITEMS_OF_EPISODE) throw new Error('the items are not twenty for each plan')
    const loadedAt = new Date().toISOString()
    writeFileSync(note, JSON.stringify({ episodes, seed: options.seed, loadedAt, size, places } satisfies Kept))
    return { cluster, size, places, loadedAt, folder, close }
  } catch (error) {
    close()
    throw error
  }
}

/** Counting a whole country takes as long as copying it: only for those who look at figures. */
function needsFigures({ jobs }: BenchOptions): boolean {
  return jobs?.some((job) => /^(prison|country)( page)?$/.test(job)) ?? true
}

/** What the worker would have counted of all releases by now, unless it stands already. */
async function countFigures({ appUrl, superUrl }: Cluster, log: (line: string) => void): Promise<void> {
  const isCounted = await withSuperuser(superUrl, async (owner) => {
    const { rows } = await owner.query<{ is: boolean }>('select exists (select 1 from counted_release) as is')
    return rows[0]?.is ?? false
  })
  if (isCounted) return
  process.env.DATABASE_URL = appUrl
  const began = performance.now()
  try {
    const releases = await rebuildFigures()
    log(
      `figures of ${releases.toLocaleString('en')} releases counted in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
  } finally {
    await closeDatabase()
  }
  await withSuperuser(superUrl, (owner) => owner.query('vacuum analyze counted_release, counted_total'))
}
