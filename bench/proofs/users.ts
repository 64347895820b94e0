import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { readOptions } from '../country/bench-options.ts'
import { openCountry } from '../country/country-cluster.ts'
import { startProduct } from '../country/product-server.ts'
import { openOfficeDay } from '../office-day.ts'
import { faultsOf, type Measured, startLoad, timesOf } from '../steady-load.ts'

export const name = 'users'

/** J11: a year's releases of a country, fifty people at once, 95 in 100 answers within 300 ms. */
const EPISODES = 60_000
const PEOPLE = 50
const MOST_MS = 300
/** Each looks at something, or answers, every two and a half seconds. */
const SECONDS_EACH = 2.5
const WARM_UP_MS = 15_000
const MINUTES = 2

/**
 * J11: fifty people of a busy service and a busy prison at work at once on a country of 60,000 releases, calls of the API and pages as a browser
 * gets them, each kind by itself. Holds when 95 in 100 of each are answered within 300 ms and none failed.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, number | string> }> {
  const country = await openCountry(EPISODES, readOptions([]), () => undefined)
  const product = await startProduct(country.cluster.appUrl, { isApiOnly: false })
  try {
    return await withSuperuser(country.cluster.superUrl, async (owner) => {
      await owner.query('vacuum analyze')
      const day = await openOfficeDay(owner, country.places, PEOPLE, () => `http://localhost:${product.port}`)
      const load = startLoad(PEOPLE / SECONDS_EACH, day.next)
      await wait(WARM_UP_MS)
      const from = load.measured.length
      await wait(MINUTES * 60_000)
      const measured = (await load.stop()).slice(from)
      const byName = Map.groupBy(measured, (each: Measured) => each.name)
      const kinds = [...byName].map(([kind, of]) => [kind, timesOf(of)] as const)
      const faults = faultsOf(measured)
      return {
        ok: Object.keys(faults).length === 0 && kinds.every(([, { p95 }]) => p95 <= MOST_MS),
        figures: {
          releases: EPISODES,
          people: PEOPLE,
          processors: availableParallelism(),
          'load of the machine': Math.round((loadavg()[0] ?? 0) * 10) / 10,
          requests: measured.length,
          'p95 ms of all': timesOf(measured).p95,
          ...Object.fromEntries(kinds.map(([kind, { p50, p95 }]) => [kind, `p50 ${p50}, p95 ${p95} ms`])),
          faults: JSON.stringify(faults),
        },
      }
    })
  } finally {
    await product.stop()
    country.close()
  }
}
