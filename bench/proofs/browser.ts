import { loadavg } from 'node:os'
import { join } from 'node:path'
import { getBrowser } from '../../.ci/find-browser.mjs'
import {
  type Measured,
  measurePage,
  openMeasuringBrowser,
  type PageToMeasure,
  signInOnce,
} from '../../e2e/measure-page.ts'
import { placeOf, ready, start, stop } from '../../e2e/serve.ts'
import { DEMO_PASSWORD } from '../../prisma/demo/demo-accounts.ts'
import { loadDemo } from '../../prisma/demo/load-rows.ts'
import { withFreshScene } from '../fresh-scene.ts'

export const name = 'browser'

/** The promises, each for the median of the runs. */
const BOUNDS: Measured = { shown: 2_500, press: 200, shift: 0.05, scriptKb: 200 }
const RUNS = 5
/** Within so long the worker has counted some of them, if it counts at all. */
const COUNTED_WITHIN_MS = 15_000

const root = join(import.meta.dirname, '../..')
type Owner = Parameters<Parameters<typeof withFreshScene>[0]>[0]['owner']

/**
 * Inbox, case and dashboard of the demo on a phone as Lighthouse has it (four times slower, slow 4G, nothing cached): when their
 * content is shown, how soon they answer a press, how much they shift and how much script they fetch. Medians of five runs.
 */
export function run(): Promise<{ ok: boolean; figures: Record<string, unknown> }> {
  return withFreshScene(async ({ owner }) => {
    await loadDemo(owner, () => undefined)
    const { origin, env } = await placeOf(String(process.env.DATABASE_URL))
    const children = [
      start('browser-web', join(root, 'apps/web/server.ts'), env),
      start('browser-worker', join(root, 'apps/worker/src/main.ts'), env),
    ]
    const browser = await openMeasuringBrowser(await getBrowser(root, join(root, 'test-results/log')))
    try {
      await ready(origin)
      const notCounted = await untilCounted(owner)
      await Promise.all(children.slice(1).map(stop))
      const load = loadavg().map((each) => each.toFixed(1))
      const figures: Record<string, unknown> = { notCounted, load: load.join(' ') }
      let ok = true
      for (const page of await pagesOf(owner)) {
        const kept = await signInOnce(browser, origin, page.email, DEMO_PASSWORD)
        // The first visit after a start finds a server that has just woken up: it is nobody's everyday.
        await measurePage(browser, origin, kept, page)
        const runs: Measured[] = []
        for (let each = 0; each < RUNS; each += 1) runs.push(await measurePage(browser, origin, kept, page))
        const found = mediansOf(runs)
        ok &&= isWithin(found)
        figures[page.name] = found
        process.stdout.write(`${rowOf(page.name, found)}\n`)
      }
      return { ok, figures }
    } finally {
      await browser.close()
      await Promise.all(children.map(stop))
    }
  })
}

async function pagesOf(owner: Owner): Promise<PageToMeasure[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select p.episode_id as id from case_part p join service s on s.id = p.service_id
     where s.name = 'HMP Northgate' and p.relation = 'own' and p.until > app.now()
       and exists (select 1 from medication_treatment t where t.episode_id = p.episode_id)
     order by (select count(*) from checklist_item i where i.episode_id = p.episode_id) desc, p.episode_id limit 1`,
  )
  const [one] = rows
  if (!one) throw new Error('the demo has no case of HMP Northgate')
  const press = 'main summary'
  return [
    { name: 'inbox', address: '/inbox', email: 'worker@harbour.example', press },
    { name: 'case', address: `/cases/${one.id}`, email: 'nurse@northgate.example', press },
    { name: 'dashboard', address: '/continuity', email: 'manager@north-region.example', press },
  ]
}

/** Lets the worker count the releases, so that the dashboard shows what it shows every day; how many it left. */
async function untilCounted(owner: Owner): Promise<number> {
  let before = Number.POSITIVE_INFINITY
  for (;;) {
    const { rows } = await owner.query<{ left: number }>('select count(*)::int as left from release_to_count')
    const left = rows[0]?.left ?? 0
    if (left === 0 || left >= before) return left
    before = left
    await new Promise((resolve) => setTimeout(resolve, COUNTED_WITHIN_MS))
  }
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
