import { randomBytes } from 'node:crypto'
import { newId } from '@throughcare/db/uuid'
import { ask, said } from './ask.ts'
import type { StoredCase } from './case-to-store.ts'
import type { Told } from './fixture.ts'
import { FIXTURES } from './fixtures/all.ts'
import type { Hat } from './hats.ts'
import { PROCEDURES, type Procedure } from './procedures.ts'
import type { SituationName } from './situations.ts'
import type { Stage } from './stage.ts'

/**
 * Readings that tell of places, rule sets and files of a prison and of nobody: a stored case brings a place, two proposals and a list
 * along, which everybody sees. And the asks of a desk, which hold what somebody said there. Lines of a list, and asks that were
 * answered, are looked at in restriction.test.ts.
 */
export const ABOUT_NOBODY: readonly string[] = [
  'arrivalRequest.list',
  'hoursConfirmation.list',
  'releaseList.lines',
  'releaseList.list',
  'releaseList.preview',
  'ruleSet.byKind',
  'ruleSet.list',
  'service.byId',
  'service.list',
]

/** Everything that can be fetched; that each has its fixture is asked in both-locks.test.ts. */
export const READINGS: readonly Procedure[] = PROCEDURES.filter(
  ({ path, type }) => type === 'query' && !ABOUT_NOBODY.includes(path) && FIXTURES[path],
)

/** A colleague of this hat: the same role at the same service, with another account. */
export async function castColleague({ owner }: Stage, hat: Hat): Promise<Hat> {
  const actor = { ...hat.actor, accountId: newId(), membershipId: newId(), sidHash: randomBytes(32) }
  await owner.query(`insert into account (id, email, display_name) values ($1, $2, 'A colleague')`, [
    actor.accountId,
    `colleague.${actor.accountId}@throughcare.test`,
  ])
  await owner.query(`insert into membership (id, account_id, service_id, role, grants) values ($1, $2, $3, $4, $5)`, [
    actor.membershipId,
    actor.accountId,
    actor.serviceId,
    actor.role,
    actor.grants,
  ])
  await owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
    [newId(), Buffer.from(actor.sidHash), actor.accountId, actor.membershipId],
  )
  return { ...hat, name: `a colleague of ${hat.name}`, actor }
}

/** Restricts the record of the case to these accounts. */
export async function restrictTo({ owner }: Stage, of: StoredCase, circle: readonly Hat[]): Promise<string> {
  const id = newId()
  const [first] = circle
  if (!first) throw new Error('a circle holds somebody')
  await owner.query(
    `insert into restriction (id, person_id, reason, review_on, set_at, set_by, set_service_id)
     values ($1, $2, 'threatened', '2026-06-01', app.now(), $3, $4)`,
    [id, of.personId, first.actor.accountId, first.actor.serviceId],
  )
  for (const { actor } of circle)
    await owner.query(
      `insert into restriction_member (id, restriction_id, person_id, account_id, service_id, admitted_at, admitted_by)
       values ($1, $2, $3, $4, $5, app.now(), $6)`,
      [newId(), id, of.personId, actor.accountId, actor.serviceId, first.actor.accountId],
    )
  return id
}

type Asked = { hat: Hat; situation: SituationName; of: StoredCase }

/** One answer as text, clocks and places aside: what a browser could tell two worlds apart by. */
export async function answerOf(stage: Stage, { path }: Procedure, { hat, situation, of }: Asked): Promise<string> {
  const fixture = FIXTURES[path]
  if (!fixture) throw new Error(`${path} has no fixture`)
  const told: Told = { stage, hat, situation, of, requestId: newId() }
  const given = await ask(stage, { kind: 'hat', hat }, path, fixture.input(told))
  return withoutPlaces(withoutClocks(given.kind === 'answered' ? JSON.stringify(given.answer) : said(given)))
}

/** All that somebody can fetch, by the path of what fetches it. */
export async function everythingOf(stage: Stage, asked: Asked): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const reading of READINGS) all[reading.path] = await answerOf(stage, reading, asked)
  return all
}

/** What is otherwise, each with both answers from shortly before the place where they part. */
export function differences(was: Record<string, string>, is: Record<string, string>): string[] {
  return Object.keys({ ...was, ...is })
    .filter((path) => was[path] !== is[path])
    .map((path) => `${path}: ${whereApart(is[path] ?? '', was[path] ?? '')}`)
}

function whereApart(is: string, was: string): string {
  let at = 0
  while (at < is.length && is[at] === was[at]) at += 1
  const from = Math.max(0, at - 100)
  return `…${is.slice(from, at + 200)} and not …${was.slice(from, at + 200)}`
}

/**
 * Without the instant of the answer itself, what is counted back from it, and since when no worker has run. Until when figures are
 * counted is the instant of the answer while nothing waits; that no restricted record moves it is asked in rolled-up.test.ts.
 */
function withoutClocks(text: string): string {
  return text.replaceAll(
    /"(now|since|countedAt|countedUntil|lastSeenAt|delayedSince)":("2026-[^"]+"|null)/g,
    '"$1":"…"',
  )
}

/** Without the places that can be chosen: every stored case brings one along, which everybody sees. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/"dosingPoints":\[[^\]]*\]/g, '"dosingPoints":"…"')
}
