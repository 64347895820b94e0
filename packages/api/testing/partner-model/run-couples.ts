import { newId } from '@throughcare/db/uuid'
import { ask } from '../../matrix/ask.ts'
import { BORN, type StoredCase } from '../../matrix/case-to-store.ts'
import type { Hat } from '../../matrix/hats.ts'
import type { Owner } from '../../matrix/put.ts'
import type { Stage } from '../../matrix/stage.ts'
import { runPartners } from '../../src/partner/run-partners.ts'
import type { History, Step } from './history.ts'
import { differences, type View, type Viewer, viewOf } from './view.ts'

/** What one world showed of one history: what was published on A's side after each run, and what A's viewers fetched then. */
export type Shown = { published: string; told: string; views: readonly View[] }[]

/** What one world did, and where A's viewers could tell that B had done something. */
export type WorldRan = { shown: Shown[]; seen: string[]; mix: Record<string, number> }

const DAY_MS = 86_400_000
const FIRST_MORNING = Date.parse('2026-03-26T09:00:30Z')
const RUN_AFTER_MS = 19 * 3_600_000

/**
 * Lives every history in one world. Between what B says and the next run, everything that A's viewers can fetch is held against what
 * they could fetch before it, byte for byte; after each run it is kept, to be laid beside the other world.
 */
export async function liveWorld(
  stage: Stage,
  histories: readonly History[],
  world: 'x' | 'y',
  { deep, reads = () => true }: { deep: boolean; reads?: (path: string) => boolean },
): Promise<WorldRan> {
  const ran: WorldRan = { shown: [], seen: [], mix: {} }
  const count = (what: string) => {
    ran.mix[what] = (ran.mix[what] ?? 0) + 1
  }
  let day = 0
  for (const [index, history] of histories.entries()) {
    const couple = await aCouple(stage, history)
    // Whoever serves both reads the other case too, by its own page; everybody else asks for it by its ids as well.
    const cases: Record<string, StoredCase> =
      history.atOneService || !deep ? { A: couple.a.of } : { A: couple.a.of, B: couple.b.of }
    const viewers = deep ? couple.viewers : couple.viewers.slice(0, 1)
    let moment = new Date(FIRST_MORNING + day * DAY_MS)
    const views = async (also: (path: string) => boolean = () => true) => {
      const told: View[] = []
      for (const viewer of viewers)
        told.push(
          await viewOf(
            stage,
            viewer,
            cases,
            (path) => reads(path) && also(path),
            () => holdClock(stage.owner, moment),
          ),
        )
      return told
    }
    const shown: Shown = []
    // Whoever looks at a message for the first time is noted beside it: that is done before anything is compared.
    await views((path) => path.startsWith('handoffMessage.'))
    if (history.isLinked) {
      await setClock(stage.owner, new Date(FIRST_MORNING + day * DAY_MS))
      for (const half of [couple.a, couple.b]) {
        await take(stage, half, { do: 'answer', answer: 'yes', isBlocked: false, leaving: null, wantsCode: false }, day)
        await take(stage, half, { do: 'name', whom: 'partner' }, day)
      }
      await night(stage, day)
      day += 1
    }
    for (const morning of history.mornings) {
      const now = new Date(FIRST_MORNING + day * DAY_MS)
      moment = now
      await setClock(stage.owner, now)
      const told: string[] = []
      for (const step of morning.a) told.push(await take(stage, couple.a, step, day))
      const steps = morning.b[world]
      // In both worlds alike: to look is to be seen by colleagues.
      if (morning.b.x.length + morning.b.y.length > 0) {
        // The trail tells of the looking itself: it is held against what B wrote into A's, by count.
        await setClock(stage.owner, now)
        const before = await views(isNotTheTrail)
        const traces = await tracesOf(stage.owner, couple)
        for (const step of steps) count(`${step.do}: ${(await take(stage, couple.b, step, day)).slice(0, 40)}`)
        await setClock(stage.owner, now)
        const after = await views(isNotTheTrail)
        if ((await tracesOf(stage.owner, couple)) !== traces) ran.seen.push(`history ${index}: a trace on A's side`)
        for (const [place, view] of before.entries())
          ran.seen.push(...differences(view, after[place] ?? new Map()).map((one) => `history ${index}: ${one}`))
      }
      await night(stage, day)
      day += 1
      moment = new Date(FIRST_MORNING + day * DAY_MS)
      await setClock(stage.owner, moment)
      const published = await publishedOf(stage.owner, couple.a.of)
      count(published.startsWith('{"link":true') ? 'runs that showed a link' : 'runs that showed none')
      shown.push({ published, told: told.join(' '), views: await views() })
    }
    ran.shown.push(shown)
    if (history.atOneService) count('couples with one service and one worker')
    await part(stage.owner, couple)
  }
  return ran
}

const isNotTheTrail = (path: string) => !path.startsWith('audit.')

type Half = { of: StoredCase; hat: Hat; partner: () => StoredCase; code: () => Promise<string | null> }
type Couple = { a: Half; b: Half; viewers: Viewer[] }

async function aCouple(stage: Stage, { atOneService }: History): Promise<Couple> {
  const hatOf = (kind: string, role: string): Hat => {
    const hat = stage.hats.find((one) => one.kind === kind && one.role === role)
    if (!hat) throw new Error(`nobody is ${role} at a ${kind}`)
    return hat
  }
  const nurse = hatOf('prison-health', 'prison-health')
  const worker = hatOf('drug-service', 'caseworker')
  const hat = atOneService ? worker : nurse
  const of = { a: await stage.fresh(hat, atOneService ? 'accepted' : 'own'), b: await stage.fresh(worker, 'accepted') }
  const half = (mine: StoredCase, partner: StoredCase, by: Hat): Half => ({
    of: mine,
    hat: by,
    partner: () => partner,
    code: async () => {
      const { rows } = await stage.owner.query<{ code: string | null }>(
        'select code from partner_side where episode_id = $1 order by version desc limit 1',
        [partner.episodeId],
      )
      return rows[0]?.code ?? null
    },
  })
  const at = { situation: atOneService ? ('accepted' as const) : ('own' as const) }
  const others = atOneService
    ? [hatOf('drug-service', 'manager'), hatOf('peer-support', 'caseworker')]
    : [hatOf('prison-health', 'manager'), hatOf('administration', 'administrator')]
  return {
    a: half(of.a, of.b, hat),
    b: half(of.b, of.a, worker),
    viewers: [{ hat, ...at }, ...others.map((other) => ({ hat: other, ...at }))],
  }
}

/** Presses what the step says, from the page as it is. @returns what came of it, without ids */
async function take(stage: Stage, { of, hat, partner, code }: Half, step: Step, day: number): Promise<string> {
  const { rows } = await stage.owner.query<{ version: number }>(
    'select max(version) as version from partner_side where episode_id = $1',
    [of.episodeId],
  )
  const side = { episodeId: of.episodeId, requestId: newId(), seenVersion: rows[0]?.version ?? null }
  const press = async (path: string, input: object) => {
    const given = await ask(stage, { kind: 'hat', hat }, path, { ...side, ...input })
    if (given.kind === 'broken') throw given.error
    return given.kind === 'answered'
      ? 'done'
      : JSON.stringify([given.error.code, given.error.details, given.error.fields])
  }
  const on = (days: number) => new Date(FIRST_MORNING + days * DAY_MS).toISOString().slice(0, 10)
  if (step.do === 'answer') {
    const { do: _, ...said } = step
    return press('partner.recordAnswer', { ...said, askedOn: on(day), seenAlone: true })
  }
  if (step.do === 'start')
    return press('partner.planTogether', { planned: { kind: 'start', startsOn: on(day + step.day) } })
  if (step.do === 'meet')
    return press('partner.planTogether', {
      planned: {
        kind: 'appointment',
        serviceId: stage.services.harbour,
        at: new Date(FIRST_MORNING + (day + 2 + step.day) * DAY_MS),
        place: null,
      },
    })
  const whom = partner()
  const person = { way: 'name-and-birth', familyName: whom.familyName, givenNames: 'Luc', dateOfBirth: BORN }
  const named = {
    partner: person,
    nobody: { ...person, familyName: 'Nobody' },
    initials: { way: 'not-here', initials: 'M. K.' },
    code: { way: 'code', code: (await code()) ?? 'BCDF-2346' },
  }[step.whom]
  return press('partner.name', { named })
}

async function night(stage: Stage, day: number): Promise<void> {
  await setClock(stage.owner, new Date(FIRST_MORNING + day * DAY_MS + RUN_AFTER_MS + 60_000))
  await runPartners()
}

/** What the run left on A's side: all that may differ between two worlds. */
async function publishedOf(owner: Owner, { episodeId }: StoredCase): Promise<string> {
  const { rows } = await owner.query<{ published: string }>(
    `select json_build_object('link', exists (select 1 from partner_shown w where w.episode_id = $1),
       'starts', (select w.other_starts_on from partner_shown w where w.episode_id = $1),
       'times', (select json_agg(json_build_array(a.at, a.status, j.is_joint) order by a.at, a.status, j.is_joint)
         from partner_joint j join appointment a on a.id = j.appointment_id where j.episode_id = $1))::text as published`,
    [episodeId],
  )
  return rows[0]?.published.replaceAll(' ', '') ?? ''
}

/** What stands on A's side in channels that no procedure reads: events, notices, letters to send, the trail. */
async function tracesOf(owner: Owner, { a, b }: Couple): Promise<string> {
  const { rows } = await owner.query<{ traces: string }>(
    `select json_build_array(
       (select count(*) from live_event e where e.episode_id = $1 or ($3 = any (e.service_ids) and e.episode_id is distinct from $2)),
       (select count(*) from notice n where n.episode_id = $1 or n.episode_id is null),
       (select count(*) from notice_post),
       (select count(*) from audit_entry t where ($1 = any (t.episode_ids) or $4 = any (t.person_ids)) and t.action like 'partner.%'
          and t.action <> 'partner.by-episode'),
       (select count(*) from appointment x where x.episode_id = $1))::text as traces`,
    [a.of.episodeId, b.of.episodeId, a.hat.actor.serviceId, a.of.personId],
  )
  return rows[0]?.traces ?? ''
}

/** The story of this couple is over: nobody of them is looked for by those who come after. */
async function part(owner: Owner, { a, b }: Couple): Promise<void> {
  await owner.query('update care_plan set closed_at = app.now() where closed_at is null and episode_id = any ($1)', [
    [a.of.episodeId, b.of.episodeId],
  ])
}

/** Also of how long releases wait to be counted: figures say it to the minute, and it hangs on the machine alone. */
async function holdClock(owner: Owner, at: Date): Promise<void> {
  await owner.query('update release_to_count set since = now()')
  await owner.query(
    `insert into clock_offset (one_row, by) values (true, $1::timestamptz - now())
     on conflict (one_row) do update set by = excluded.by`,
    [at],
  )
}

async function setClock(owner: Owner, at: Date): Promise<void> {
  await holdClock(owner, at)
  await owner.query(
    `update session set last_seen_at = app.now(), proved_at = app.now(), expires_at = app.now() + interval '12 hours'
     where ended_at is null`,
  )
}
