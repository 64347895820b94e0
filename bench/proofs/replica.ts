import { setTimeout as wait } from 'node:timers/promises'
import { addFigureAnnotation } from '../../packages/api/src/figure-annotation/add-figure-annotation.ts'
import type { Actor } from '../../packages/db/src/actor.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { closeDatabase } from '../../packages/db/src/database.ts'
import { sqlStateOf } from '../../packages/db/src/database-error.ts'
import { reportAsActor } from '../../packages/db/src/report-as-actor.ts'
import { newId } from '../../packages/db/src/uuid.ts'
import { castIn } from '../../packages/db/testing/scene.ts'
import { type Standby, startStandby } from '../../packages/db/testing/standby.ts'
import type { ReadFrom } from '../../packages/domain/src/report-copy/decide-read-from.ts'
import { startDurableCluster } from '../durable-cluster.ts'

export const name = 'replica'

/** H12: how long the replica lags, and the bound that the site has set: below it and above it. */
const LAG_SECONDS = 30
const BOUND_SECONDS = 35

type Owner = Parameters<Parameters<typeof withSuperuser>[1]>[0]
type Figures = Record<string, number | string>

/**
 * A streaming replica of the embedded PostgreSQL, with its replay paused until it lags half a minute and more, by settings alone. Holds when
 * figures come from it and say how old they are, whoever wrote reads the database, a replica beyond the bound, stopped or
 * promoted is not read, whoever was signed out is refused whatever the replica believes, and every reading is in the trail.
 */
export async function run(): Promise<{ ok: boolean; figures: Figures }> {
  const durable = await startDurableCluster()
  const { appUrl, ownerUrl } = durable.cluster()
  let standby: Standby | undefined
  try {
    standby = await startStandby(durable.cluster(), durable.dataFolder, { fsync: true })
    process.env.DATABASE_URL = appUrl
    process.env.DATABASE_REPORTS_URL = standby.urls('throughcare').appUrl
    process.env.DATABASE_REPORTS_OLDEST_SECONDS = String(BOUND_SECONDS)
    const followed = standby
    return await withSuperuser(ownerUrl, (owner) => watch(owner, followed))
  } finally {
    await closeDatabase()
    for (const setting of ['DATABASE_REPORTS_URL', 'DATABASE_REPORTS_OLDEST_SECONDS']) delete process.env[setting]
    standby?.remove()
    durable.remove()
  }
}

async function watch(owner: Owner, standby: Standby): Promise<{ ok: boolean; figures: Figures }> {
  const { people } = await castIn(owner, null)
  const { northgateManager: writer, northgateNurse: reader, harbourManager: leaver } = people
  const figures: Figures = {}
  let readings = 0
  let held = true
  const look = async (who: Actor): Promise<{ written: number; readFrom: ReadFrom }> => {
    const { rows, readFrom } = await reportAsActor<{ written: number }>(who, WRITTEN, { action: 'continuity.report' })
    readings += 1
    return { written: rows[0]?.written ?? -1, readFrom }
  }
  const expect = (what: string, is: boolean, found: string | number): void => {
    figures[what] = is ? found : `WRONG: ${found}`
    held &&= is
  }
  const said = ({ written, readFrom }: { written: number; readFrom: ReadFrom }): string =>
    `${written} from ${readFrom.from}${'because' in readFrom ? `, ${readFrom.because}` : ''}${'behindSeconds' in readFrom ? `, ${readFrom.behindSeconds} s behind` : ''}`

  const from = performance.now()
  let level = await look(reader)
  while (level.readFrom.from !== 'copy' && performance.now() - from < 20_000) {
    await wait(100)
    level = await look(reader)
  }
  expect('level', level.readFrom.from === 'copy' && level.readFrom.behindSeconds <= 1, said(level))
  figures['ms of a reading'] = await median(() => look(reader))

  await standby.pause()
  const pausedAt = performance.now()
  await write(writer)
  const lags = (seconds: number) => wait(Math.max(0, pausedAt + seconds * 1_000 - performance.now()))
  await lags(LAG_SECONDS)
  const others = await look(reader)
  const age = 'behindSeconds' in others.readFrom ? others.readFrom.behindSeconds : -1
  expect(
    `another's figures, paused ${LAG_SECONDS} s`,
    others.readFrom.from === 'copy' && others.written === 0 && Math.abs(age - LAG_SECONDS) <= 2,
    said(others),
  )
  const own = await look(writer)
  expect(
    `the writer's figures, paused ${LAG_SECONDS} s`,
    own.written === 1 && 'because' in own.readFrom && own.readFrom.because === 'own-writes',
    said(own),
  )
  // Still signed in as far as the replica knows.
  await owner.query(`update session set ended_at = app.now(), ended_because = 'signed-out' where account_id = $1`, [
    leaver.accountId,
  ])
  const refused = sqlStateOf(await look(leaver).catch((error: unknown) => error))
  expect('signed out a moment ago', refused === '28000', String(refused))

  await lags(BOUND_SECONDS + 3)
  const beyond = await look(reader)
  expect(
    `beyond the bound of ${BOUND_SECONDS} s`,
    beyond.written === 1 && 'because' in beyond.readFrom && beyond.readFrom.because === 'copy-behind',
    said(beyond),
  )
  await standby.goOn()
  const resumed = performance.now()
  let again = await look(reader)
  while (again.readFrom.from !== 'copy' && performance.now() - resumed < 20_000) {
    await wait(50)
    again = await look(reader)
  }
  figures['ms until it is read again'] = Math.round(performance.now() - resumed)
  expect('followed again', again.written === 1 && again.readFrom.from === 'copy', said(again))

  standby.stop()
  const first = performance.now()
  const away = await look(reader)
  figures['ms of the first reading without it'] = Math.round(performance.now() - first)
  expect(
    'stopped',
    'because' in away.readFrom && away.readFrom.because === 'copy-away' && away.written === 1,
    said(away),
  )

  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from audit_entry where action = 'continuity.report'`,
  )
  expect('readings in the trail', rows[0]?.n === readings, `${rows[0]?.n} of ${readings}`)
  return { ok: held, figures }
}

/** What stands on the charts of the reader's service: as every figure, read under the policies. */
const WRITTEN = {
  name: 'written-on-charts',
  text: 'select count(*)::int as written from figure_annotation where service_id = app.service_id()',
  values: [],
}

/** A manager writes on the charts of the service. */
async function write(who: Actor): Promise<void> {
  await addFigureAnnotation(who, {
    requestId: newId(),
    kind: 'happening',
    indicator: null,
    month: '2026-04',
    name: 'Pharmacy closed',
    note: null,
    percent: null,
  })
}

async function median(look: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let at = 0; at < 200; at += 1) {
    const from = performance.now()
    await look()
    took.push(performance.now() - from)
  }
  return Math.round((took.sort((one, other) => one - other)[100] ?? 0) * 100) / 100
}
