import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type MailServer, openMailServer } from '../../apps/worker/testing/mail-server.ts'
import { withSuperuser } from '../../packages/db/src/cluster/prepare-database.ts'
import { newId } from '../../packages/db/src/uuid.ts'
import { type CastPerson, STORY_STARTS } from '../../packages/db/testing/cast.ts'
import { castIn } from '../../packages/db/testing/scene.ts'
import { makeStory } from '../../packages/db/testing/story.ts'
import { startDurableCluster } from '../durable-cluster.ts'
import { openSession } from '../session-cookie.ts'
import { type CaseToSend, runClient, type Traffic } from './client.ts'
import { openJournal } from './journal.ts'
import { type Found, lookAtHandoffs, lookAtMessages, readJournals } from './look-after.ts'
import { freePort, killedPostgres, superviseProcess, untilAnswered, type Victim } from './victims.ts'

export type ChaosSize = { handoffs: number; kills: number; clients: number }

export type ChaosResult = {
  ok: boolean
  figures: Record<string, number>
  faults: Record<string, number>
  refusals: string[]
}

type Owner = Parameters<Parameters<typeof withSuperuser>[1]>[0]

/** Of the kills of each, so many must have had a write in flight. */
const LEAST_IN_FLIGHT = 0.8
/** Writes of a handoff, on average: what the kills are spread over. */
const WRITES_EACH = 2.4
/** The clock jumps so often during the run, past the pause between two e-mails to one mailbox. */
const JUMPS = 20
const JUMP = '16 minutes'
const DRAIN_MS = 300_000
/** More people at both ends than the cast has, so that there are mailboxes. */
const MORE_PEOPLE = 6

const root = join(import.meta.dirname, '../..')

/**
 * Clients hand over and answer over HTTP while web, worker and PostgreSQL are each killed with kill -9, again and again. The
 * database has the settings of production; the web process is the one of `npm start`, whose pages are built before; e-mail goes to
 * a real SMTP listener. Afterwards everything that was acknowledged is looked for.
 */
export async function runChaos(
  { handoffs, kills, clients }: ChaosSize,
  say: (line: string) => void,
): Promise<ChaosResult> {
  mkdirSync(join(root, 'test-results/log'), { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'throughcare-chaos-'))
  const durable = await startDurableCluster()
  const mail = await openMailServer()
  const victims: Victim[] = []
  try {
    say(`Writing ${handoffs} cases`)
    const { appUrl, ownerUrl } = durable.cluster()
    const world = await withSuperuser(ownerUrl, (owner) => putWorld(owner, handoffs))
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const env = {
      DATABASE_URL: appUrl,
      NEXTAUTH_SECRET: 'only-for-chaos-0123456789-abcdefghijk',
      NEXTAUTH_URL: origin,
      AUDIT_SIGNING_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ format: 'der', type: 'pkcs8' })
        .toString('base64'),
      THROUGHCARE_DEMO: '1',
      PORT: String(port),
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      LOG_LEVEL: 'warn',
      TZ: 'UTC',
    }
    const web = superviseProcess('web', 'apps/web/server.ts', env, () => untilAnswered(`${origin}/api/health/live`))
    const worker = superviseProcess('worker', 'apps/worker/src/main.ts', env, () => wait(1_500))
    await Promise.all([web.start(), worker.start()])
    victims.push(web, worker, killedPostgres(durable))

    const traffic: Traffic = { inFlight: 0, answered: 0, retries: 0, refusals: [], brokenAnswers: 0 }
    const began = performance.now()
    let isOver = false
    const running = Promise.all(
      Array.from({ length: clients }, async (_, index) => {
        const journal = openJournal(join(folder, `client-${index}.jsonl`))
        const mine = world.cases.filter((_case, number) => number % clients === index)
        const place = { origin, receivingServiceId: world.harbour, ...world.cookies, traffic, journal }
        await runClient(place, mine)
        journal.close()
      }),
    ).then(() => {
      isOver = true
    })
    const killed = await killByTurns(
      victims,
      { kills, writes: handoffs * WRITES_EACH },
      traffic,
      () => isOver,
      ownerUrlOf,
      say,
    )
    await running
    const seconds = Math.round((performance.now() - began) / 1_000)
    say(`All clients are done after ${seconds} s; the worker catches up`)
    const found = await lookAfter(ownerUrlOf(), folder, mail)
    const counts = Object.fromEntries(found.flatMap(({ counts }) => Object.entries(counts)))
    const faults = Object.fromEntries(found.flatMap(({ faults }) => Object.entries(faults)))
    const enough = victims.every(
      ({ name }) =>
        killed[`${name} killed`] === kills &&
        (killed[`${name} with a write in flight`] ?? 0) >= kills * LEAST_IN_FLIGHT,
    )
    return {
      ok: enough && traffic.refusals.length === 0 && Object.values(faults).every((times) => times === 0),
      figures: {
        clients,
        ...killed,
        ...counts,
        retries: traffic.retries,
        brokenAnswers: traffic.brokenAnswers,
        seconds,
      },
      faults,
      refusals: traffic.refusals,
    }
  } finally {
    for (const victim of victims) await victim.end().catch(() => undefined)
    if (victims.length === 0) durable.remove()
    await mail.close()
    rmSync(folder, { recursive: true, force: true })
  }

  function ownerUrlOf(): string {
    return durable.cluster().ownerUrl
  }
}

/** Kills one after the other, spread over the run, each while a write is in flight if one comes soon. */
async function killByTurns(
  victims: readonly Victim[],
  { kills, writes }: { kills: number; writes: number },
  traffic: Traffic,
  isOver: () => boolean,
  ownerUrl: () => string,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const killed: Record<string, number> = {}
  const all = kills * victims.length
  let jumps = 0
  for (let turn = 0; turn < all; turn += 1) {
    while (traffic.answered < (writes * 0.9 * turn) / all && !isOver()) await wait(5)
    if (jumps < (JUMPS * turn) / all) {
      jumps += 1
      await withSuperuser(ownerUrl(), jumpClock).catch(() => undefined)
    }
    for (const until = performance.now() + 500; traffic.inFlight === 0 && performance.now() < until; ) await wait(1)
    const victim = victims[turn % victims.length] as Victim
    const wasInFlight = traffic.inFlight > 0
    await victim.kill()
    killed[`${victim.name} killed`] = (killed[`${victim.name} killed`] ?? 0) + 1
    killed[`${victim.name} with a write in flight`] =
      (killed[`${victim.name} with a write in flight`] ?? 0) + Number(wasInFlight)
    if ((turn + 1) % 15 === 0)
      say(`${turn + 1} of ${all} kills, ${traffic.answered} writes acknowledged, ${traffic.retries} tried again`)
  }
  return killed
}

/** Past the pause between e-mails; nobody's session ends over it. */
async function jumpClock(owner: Owner): Promise<void> {
  await owner.query('begin')
  await owner.query(`update clock_offset set by = by + $1::interval`, [JUMP])
  await owner.query(`update session set last_seen_at = app.now(), expires_at = app.now() + interval '12 hours'`)
  await owner.query('commit')
}

/** Lets the worker come to its end, then looks at everything. */
async function lookAfter(ownerUrl: string, folder: string, mail: MailServer): Promise<Found[]> {
  return withSuperuser(ownerUrl, async (owner) => {
    const until = performance.now() + DRAIN_MS
    for (let quiet = 0; quiet < 3 && performance.now() < until; ) {
      const { rows } = await owner.query<{ left: number }>(`
        select (select count(*) from pgboss.job where name in ('tell-notice', 'send-notice') and state in ('created', 'retry', 'active'))::int
          + (select count(*) from notice_post where mail_id is null and dropped_at is null)::int
          + (select count(*) from notice_mail where sent_at is null and bounced_at is null)::int as left`)
      quiet = rows[0]?.left === 0 ? quiet + 1 : 0
      if (rows[0]?.left !== 0) await jumpClock(owner)
      await wait(1_000)
    }
    return [await lookAtHandoffs(owner, readJournals(folder)), await lookAtMessages(owner, mail.letters)]
  })
}

type ToldWorld = { cases: CaseToSend[]; harbour: string; cookies: { nurse: string; worker: string } }

/** The cast, more people at both ends, a session for each end, and the cases that are to be handed over. */
async function putWorld(owner: Owner, cases: number): Promise<ToldWorld> {
  const { services, people } = await castIn(owner, null)
  await owner.query(`insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())`, [STORY_STARTS])
  for (const who of ['northgateNurse', 'harbourWorker'] as const)
    await putColleagues(
      owner,
      services[people[who] === people.harbourWorker ? 'harbour' : 'northgate'],
      people[who].role,
    )
  const story = makeStory(owner, services, (who: CastPerson) => people[who].accountId)
  const told: CaseToSend[] = []
  for (let number = 0; number < cases; number += 1) {
    const { episodeId } = await story.aCase({ items: [{ area: 'omt', code: 'omt-first-dose' }] })
    told.push({ episodeId, planVersion: 0 })
  }
  return {
    cases: told,
    harbour: services.harbour,
    cookies: {
      nurse: await openSession(owner, people.northgateNurse),
      worker: await openSession(owner, people.harbourWorker),
    },
  }
}

async function putColleagues(owner: Owner, serviceId: string, role: string): Promise<void> {
  for (let number = 0; number < MORE_PEOPLE; number += 1) {
    const accountId = newId()
    await owner.query(`insert into account (id, email, display_name) values ($1, $2, 'Colleague')`, [
      accountId,
      `${accountId}@throughcare.test`,
    ])
    await owner.query(`insert into membership (id, account_id, service_id, role) values ($1, $2, $3, $4)`, [
      newId(),
      accountId,
      serviceId,
      role,
    ])
  }
}
