/**
 * How long does a search take among 100,000 persons? Loads them into a fresh database, asks as a nurse would, through the
 * whole use case (session check, search, audit entry, commit), and prints the times.
 *
 *   node bench/search.ts [persons]
 */
import { availableParallelism, loadavg } from 'node:os'
import { searchPerson } from '../packages/api/src/person/search-person.ts'
import type { Actor } from '../packages/db/src/actor.ts'
import { withSuperuser } from '../packages/db/src/cluster/prepare-database.ts'
import { closeDatabase } from '../packages/db/src/database.ts'
import { newId } from '../packages/db/src/uuid.ts'
import { cloneDatabase } from '../packages/db/testing/clone-database.ts'
import { castIn } from '../packages/db/testing/scene.ts'
import { startTestCluster } from '../packages/db/testing/test-cluster.ts'
import { searchKey } from '../packages/domain/src/person/search-key.ts'
import { type SyntheticPerson, syntheticPersons } from './synthetic-persons.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const ROUNDS = 12
const BATCH = 5_000

/** One person in fifty is in the small prison, the rest in the large one: as among all prisons of a country. */
const SMALL_PRISON_SHARE = 50

const TYPED = {
  'a whole name': ['hansen', "O'Neill", 'Müller', 'van den berg', 'kowalczyk'],
  'two names, either order': ['larsen maria', 'åse dahl', 'ivan nilsen', 'smith-jones mona'],
  'the beginning of a name': ['han', 'ber', 'ma', 'jo li', 'a'],
  'letters from inside': ['sen', 'berg', 'neill', 'strom'],
  'a slip of the pen': ['hnasen', 'larssen', 'kowalcyzk', 'strandhof', 'mohamed linsdtrom'],
  'a number': ['A1042', 'b2000', 'C17'],
  'a date of birth': ['1984-04-28', '28.4.1984', 'hansen 1.1.1970'],
  nobody: ['qwertzuiop', 'xyzzy plugh', '%', "' or 1=1"],
} as const

type Client = Parameters<Parameters<typeof withSuperuser>[1]>[0]

async function load(owner: Client, actors: { large: Actor; small: Actor }): Promise<void> {
  let batch: (SyntheticPerson & { personId: string; episodeId: string; key: string; serviceId: string })[] = []
  const flush = async () => {
    await owner.query(LOAD, [JSON.stringify(batch)])
    batch = []
  }
  let index = 0
  for (const person of syntheticPersons(COUNT)) {
    const { serviceId } = index++ % SMALL_PRISON_SHARE === 0 ? actors.small : actors.large
    const key = searchKey({ ...person, otherNames: [] })
    batch.push({ ...person, personId: newId(), episodeId: newId(), key, serviceId })
    if (batch.length === BATCH) await flush()
  }
  await flush()
  await owner.query('analyze')
}

const LOAD = `
  with one as materialized (select * from jsonb_to_recordset($1::jsonb) as r ("personId" uuid, "episodeId" uuid, key text,
      "serviceId" uuid, "familyName" text, "givenNames" text, "dateOfBirth" date, number text)),
  persons as (insert into person (id, family_name, given_names, name_key, date_of_birth, sex, created_by_service_id, created_at)
    select "personId", "familyName", "givenNames", key, "dateOfBirth", 'unknown', "serviceId", now() from one),
  numbers as (insert into person_identifier (id, person_id, system, issuer_service_id, value)
    select gen_random_uuid(), "personId", 'prison-number', "serviceId", number from one),
  episodes as (insert into custody_episode (id, person_id, legal_status, admitted_on, release_certainty, created_by_service_id, created_at)
    select "episodeId", "personId", 'remand', '2026-01-01', 'could-be-any-day', "serviceId", now() from one),
  stays as (insert into custody_stay (id, episode_id, prison_service_id, from_at)
    select gen_random_uuid(), "episodeId", "serviceId", '2026-01-01' from one)
  select 1`

async function measure(actor: Actor, typed: readonly string[]): Promise<{ p50: number; p95: number; worst: number }> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const text of typed) {
      const before = performance.now()
      await searchPerson(actor, { text, limit: 50 })
      // The first round fills caches and plans.
      if (round > 0) times.push(performance.now() - before)
    }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), worst: at(1) }
}

async function run(owner: Client): Promise<void> {
  const { people } = await castIn(owner, null)
  const actors = { large: people.northgateNurse, small: people.eastfieldNurse }
  const began = performance.now()
  await load(owner, actors)
  console.log(`${COUNT} persons loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const [waiting = 0] = loadavg()
  console.log(
    `${availableParallelism()} processors, load ${waiting.toFixed(1)}: above the number of processors the times are too long`,
  )
  for (const [prison, actor] of Object.entries(actors)) {
    console.log(`\n${`  ${prison} prison`.padEnd(32)}  p50 ms   p95 ms worst ms`)
    for (const [what, typed] of [...Object.entries(TYPED), ['all of them', Object.values(TYPED).flat()] as const]) {
      const { p50, p95, worst } = await measure(actor, typed)
      console.log(`  ${what.padEnd(30)}${[p50, p95, worst].map((ms) => ms.toFixed(1).padStart(9)).join('')}`)
    }
  }
  await closeDatabase()
}

const cluster = await startTestCluster()
try {
  const database = await cloneDatabase(cluster.address)
  process.env.DATABASE_URL = database.appUrl
  await withSuperuser(database.ownerUrl, run)
  await database.drop()
} finally {
  cluster.stop()
}
