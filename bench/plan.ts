/**
 * How long does it take to make one plan, from facts to items with due times? Pure: no database. Rules of every country.
 *
 *   node bench/plan.ts [plans]
 */
import { loadavg } from 'node:os'
import process from 'node:process'
import { addDays, getPlainDate } from '../packages/domain/src/calendar/plain-date.ts'
import { getZone } from '../packages/domain/src/calendar/zone.ts'
import { planReady } from '../packages/domain/src/care-plan/plan-ready.ts'
import { planItems } from '../packages/domain/src/checklist/plan-items.ts'
import { criticalPath, itemsTooLate } from '../packages/domain/src/checklist/plan-path.ts'
import { getRuleSet } from '../packages/domain/src/checklist/rule-sets.ts'
import { sampleRuleFacts, VERSIONS } from '../packages/domain/testing/rule-facts.ts'

const PLANS = Number(process.argv[2] ?? 20_000)
const SEED = 20261122
/** The target for making one plan. */
const MOST_MILLISECONDS = 5
const TODAY = getPlainDate('2026-11-22')
const MADE_AT = new Date('2026-11-22T10:00:00Z')
const ZONE = getZone('Europe/Berlin')

const people = sampleRuleFacts(Math.min(PLANS, 2_000), SEED)

const made: number[] = []
const read: number[] = []
let items = 0
for (let index = 0; index < PLANS; index += 1) {
  const facts = people[index % people.length]
  const version = VERSIONS[index % VERSIONS.length]
  if (!facts || !version) break
  const releaseDate = addDays(TODAY, index % 200)
  const start = performance.now()
  const plan = planItems(version, facts, {
    releaseDate,
    releaseCertainty: facts['release-certainty'],
    releasedAt: null,
    madeAt: MADE_AT,
    zone: ZONE,
  })
  const between = performance.now()
  const standing = plan.map((item) => ({ ...item, status: item.doneByFact ? ('done' as const) : ('open' as const) }))
  const timing = { today: TODAY, releaseOn: releaseDate }
  criticalPath(standing, getRuleSet(version), timing)
  itemsTooLate(standing, getRuleSet(version), timing)
  planReady({
    hasPlan: true,
    items: standing,
    unanswered: [],
    ownWords: 'unknown',
    onOmt: facts['on-omt'],
    cover: null,
  })
  made.push(between - start)
  read.push(performance.now() - between)
  items += plan.length
}

const at = (times: number[], share: number): string =>
  (times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3)
const load = loadavg()[0]?.toFixed(1)
console.info(
  `${made.length} plans of ${(items / made.length).toFixed(0)} items by ${VERSIONS.length} rule sets: made in p50 ${at(made, 0.5)} ms, p95 ${at(made, 0.95)} ms; path, too late and ready in p50 ${at(read, 0.5)} ms, p95 ${at(read, 0.95)} ms (load ${load})`,
)
if (Number(at(made, 0.95)) > MOST_MILLISECONDS) {
  console.error(`slower than ${MOST_MILLISECONDS} ms`)
  process.exitCode = 1
}
