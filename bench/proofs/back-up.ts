import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sealTrail } from '../../packages/api/src/audit/seal-trail.ts'
import { readAnchor } from '../../packages/api/src/audit/trail-anchor.ts'
import { verifyTrail } from '../../packages/api/src/audit/verify-trail.ts'
import { addFigureAnnotation } from '../../packages/api/src/figure-annotation/add-figure-annotation.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import type { Cluster } from '../../packages/db/src/cluster/start-cluster.ts'
import { closeDatabase } from '../../packages/db/src/database.ts'
import { applyMigrations } from '../../packages/db/src/migrate/apply-migrations.ts'
import { newId } from '../../packages/db/src/uuid.ts'
import { type ArchivedCluster, startArchivedCluster } from '../../packages/db/testing/archived-cluster.ts'
import { type HashedTables, hashTables } from '../../packages/db/testing/hash-tables.ts'
import { castIn } from '../../packages/db/testing/scene.ts'
import { makeStory } from '../../packages/db/testing/story.ts'

export const name = 'back-up'

const CASES = 400
const DEEDS = 300
const NOTHING: HashedTables = {}

type Figures = Record<string, number | string>
type Writer = Awaited<ReturnType<typeof castIn>>['people']['northgateManager']

/**
 * J01 and J02 in full: the embedded database with its log put away as it goes, worked in and its trail sealed; backed up while people
 * work, restored into an empty server as a whole and to a moment. Holds when every table of the restored one has the same
 * rows, the trail verifies there against what was remembered outside, nobody without a session sees anything, and of the moment
 * there is what was committed before it and nothing after.
 */
export async function run(): Promise<{ ok: boolean; figures: Figures }> {
  const archived = await startArchivedCluster({ fsync: true })
  const key = generateKeyPairSync('ed25519')
  const anchorFile = join(archived.dataFolder, 'audit-anchor.json')
  const seal = async (): Promise<void> => {
    for (let none = 0; none < 2; ) none = (await sealTrail({ key, anchorFile })) === 0 ? none + 1 : 0
  }
  try {
    const { appUrl, ownerUrl } = archived.cluster
    await applyMigrations(ownerUrl, join(import.meta.dirname, '../../prisma/migrations'))
    process.env.DATABASE_URL = appUrl
    const writer = await withSuperuser(ownerUrl, async (owner) => {
      const { services, people } = await castIn(owner, null)
      const story = makeStory(owner, services, (who) => people[who].accountId)
      for (let at = 0; at < CASES; at += 1) await story.aCase({ items: [{ area: 'omt', code: 'omt-first-dose' }] })
      return people.northgateManager
    })
    const wholeFrom = performance.now()
    const whole = await backUpWhile(archived, () => write(writer, 'whole'), seal)
    const backUpMs = performance.now() - wholeFrom
    const at = await tables(archived.cluster)
    const quiet = await archived.backUp('quiet')
    const same = await restoreAndLook(archived, quiet, null, key, anchorFile)
    const worked = await restoreAndLook(archived, whole.folder, null, key, anchorFile)

    process.env.DATABASE_URL = appUrl
    await write(writer, 'before the moment')
    const moment = await withSuperuser(
      ownerUrl,
      async (owner) => (await owner.query<{ at: string }>('select clock_timestamp()::text as at')).rows[0]?.at ?? '',
    )
    await wait(20)
    await write(writer, 'after the moment')
    await archived.archive()
    await closeDatabase()
    const until = await restoreAndLook(archived, quiet, moment, key, anchorFile)

    const different = Object.keys(at).filter((table) => at[table]?.hash !== same.tables[table]?.hash)
    const rows = Object.values(at).reduce((sum, table) => sum + table.rows, 0)
    const wrongs = {
      'tables that differ': different.length,
      'tables that are missing': Object.keys(at).length - Object.keys(same.tables).length,
      'rows that nobody may see': same.seen + worked.seen + until.seen,
      'trails that do not verify': [same, worked, until].filter(({ fault }) => fault !== null).length,
      'deeds of before the moment that are missing': until.names.includes('before the moment') ? 0 : 1,
      'deeds of after the moment that are there': until.names.includes('after the moment') ? 1 : 0,
      'deeds that were answered before the back-up began and are missing': whole.answeredBefore.filter(
        (told) => !worked.names.includes(told),
      ).length,
    }
    return {
      ok: Object.values(wrongs).every((count) => count === 0) && same.entries > 0,
      figures: {
        tables: Object.keys(at).length,
        rows,
        'entries of the trail, verified': same.entries,
        'seconds of backing up under work': Math.round(backUpMs / 100) / 10,
        'deeds while backing up': whole.during,
        'seconds until the restored one serves': same.seconds,
        'seconds until the one of a moment serves': until.seconds,
        ...wrongs,
      },
    }
  } finally {
    await closeDatabase()
    archived.remove()
  }
}

/** Copies while deeds go on, one after the other. */
async function backUpWhile(archived: ArchivedCluster, write: () => Promise<string>, seal: () => Promise<void>) {
  const answeredBefore: string[] = []
  for (let at = 0; at < DEEDS; at += 1) answeredBefore.push(await write())
  await seal()
  let isCopying = true
  let during = 0
  const working = (async () => {
    for (; isCopying; during += 1) await write()
  })()
  const folder = await archived.backUp('whole')
  isCopying = false
  await working
  await seal()
  await closeDatabase()
  return { folder, answeredBefore, during }
}

let number = 0
/** A deed through its use case, with its entry in the trail: a note on the charts of the service. */
async function write(writer: Writer, what: string): Promise<string> {
  number += 1
  const name = what === 'whole' ? `deed ${number}` : what
  await addFigureAnnotation(writer, {
    requestId: newId(),
    kind: 'happening',
    indicator: null,
    month: '2026-04',
    name,
    note: null,
    percent: null,
  })
  return name
}

const tables = ({ superUrl }: Cluster): Promise<HashedTables> => withSuperuser(superUrl, (client) => hashTables(client))

/** Starts what was backed up and looks at it as an administrator would. */
async function restoreAndLook(
  archived: ArchivedCluster,
  backUp: string,
  moment: string | null,
  key: { publicKey: import('node:crypto').KeyObject },
  anchorFile: string,
) {
  const from = performance.now()
  const restored = await archived.restore(backUp, moment)
  const seconds = Math.round((performance.now() - from) / 100) / 10
  process.env.DATABASE_URL = restored.appUrl
  try {
    // Before the trail is verified, which writes down that it was.
    const found = moment === null && backUp.endsWith('quiet') ? await tables(restored) : NOTHING
    // The whole one is compared with what was remembered outside; one of an earlier moment ends before that, which is what it would say.
    const anchor = moment === null && backUp.endsWith('quiet') ? readAnchor(anchorFile) : new Map()
    const { entries, fault } = await verifyTrail({ publicKey: key.publicKey, anchor })
    const seen = await withSuperuser(restored.appUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        'select (select count(*) from person)::int + (select count(*) from handoff)::int + (select count(*) from figure_annotation)::int as n',
      )
      return rows[0]?.n ?? 0
    })
    const names = await withSuperuser(restored.superUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>('select name from figure_annotation')
      return rows.map(({ name }) => name)
    })
    return { seconds, entries, fault, seen, names, tables: found }
  } finally {
    await closeDatabase()
    restored.stop()
  }
}
