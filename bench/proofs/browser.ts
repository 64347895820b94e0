import { loadavg } from 'node:os'
import { join } from 'node:path'
import { getBrowser } from '../../.ci/find-browser.mjs'
import { type Measured, measurePage, openMeasuringBrowser, type PageToMeasure } from '../../e2e/measure-page.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { readOptions } from '../country/bench-options.ts'
import { openCountry } from '../country/country-cluster.ts'
import { type Ground, keepSignedIn, sessionsOf } from '../country/job.ts'
import { startProduct } from '../country/product-server.ts'
import { casesOfPrison } from '../country/read-jobs.ts'

export const name = 'browser'

/** The promises, each for the median of the runs. */
const BOUNDS: Measured = { shown: 2_500, press: 200, shift: 0.05, scriptKb: 200 }
const RUNS = 5
const EPISODES = 100_000

const root = join(import.meta.dirname, '../..')

/**
 * Inbox, case and dashboard of a country of 100,000 episodes on a phone as Lighthouse has it (four times slower, slow 4G, nothing
 * cached): when their content is shown, how soon they answer a press, how much they shift and how much script they fetch. Medians
 * of five runs.
 */
export async function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  const country = await openCountry(EPISODES, readOptions([]), () => undefined)
  const product = await startProduct(country.cluster.appUrl, { isApiOnly: false })
  const browser = await openMeasuringBrowser(await getBrowser(root, join(root, 'test-results/log')))
  try {
    return await withSuperuser(country.cluster.superUrl, async (owner) => {
      const ground = { owner, ...country, port: product.port, floorPort: 0 }
      await keepSignedIn(ground)
      const figures: Record<string, unknown> = {
        episodes: EPISODES,
        load: loadavg()
          .map((each) => each.toFixed(1))
          .join(' '),
      }
      let ok = true
      for (const page of await pagesOf(ground)) {
        // The first visit after a start finds a server that has just woken up: it is nobody's everyday.
        await measurePage(browser, page)
        const runs: Measured[] = []
        for (let each = 0; each < RUNS; each += 1) runs.push(await measurePage(browser, page))
        const found = mediansOf(runs)
        ok &&= isWithin(found)
        figures[page.name] = found
        process.stdout.write(`${rowOf(page.name, found)}\n`)
      }
      return { ok, figures }
    })
  } finally {
    await browser.close()
    await product.stop()
    country.close()
  }
}

async function pagesOf(ground: Ground): Promise<PageToMeasure[]> {
  const { busy, busyPrison, byKind } = ground.places
  const [episodeId] = await casesOfPrison(ground, true)
  if (!episodeId) throw new Error('the busy prison has no case on treatment')
  const page = (pageName: string, address: string, serviceId: string, role: string): PageToMeasure => {
    const [session] = sessionsOf(ground, serviceId, role)
    if (!session) throw new Error(`nobody opens ${pageName}`)
    return {
      name: pageName,
      origin: `http://localhost:${ground.port}`,
      address,
      sid: session.sid,
      press: 'main summary',
    }
  }
  return [
    page('inbox', '/inbox', busy.id, 'caseworker'),
    page('case', `/cases/${episodeId}`, busyPrison.id, 'prison-health'),
    page('dashboard', '/continuity', byKind.region?.[0]?.id ?? '', 'manager'),
  ]
}

function mediansOf(runs: readonly Measured[]): Measured {
  const median = (of: (each: Measured) => number, digits: number) => {
    const sorted = runs.map(of).toSorted((left, right) => left - right)
    return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(digits))
  }
  return {
    shown: median((each) => each.shown, 0),
    press: median((each) => each.press, 0),
    shift: median((each) => each.shift, 4),
    scriptKb: median((each) => each.scriptKb, 1),
  }
}

function isWithin(found: Measured): boolean {
  return (Object.keys(BOUNDS) as (keyof Measured)[]).every((key) => found[key] < BOUNDS[key])
}

function rowOf(page: string, { shown, press, shift, scriptKb }: Measured): string {
  return `${page.padEnd(10)} shown ${shown} ms, press ${press} ms, shift ${shift}, script ${scriptKb} kB`
}
