import { addDays, daysFromTo, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { coverOn, readCover } from '@throughcare/domain/medication/covered-day'
import { daysWithoutDose } from '@throughcare/domain/medication/days-without-dose'
import { DEPOT_RULE_SET, type DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { generateHistories } from '@throughcare/domain/testing/generate-history'
import type pg from 'pg'
import { type Actor, SYSTEM_ACCOUNT_ID } from '../src/actor.ts'
import { asActor } from '../src/as-actor.ts'
import { anyHistory } from './any-history.ts'
import { type Places, putHistories, type ReadHistory } from './put-histories.ts'

/** What the engine and SQL say of one history, in one form. */
export type SaidCover = { count: string; days: string[] }
export type Disagreement = { name: string; engine: SaidCover; sql: SaidCover }
/** Of how many histories this holds: so that a generator that makes nothing hard is noticed. */
export type Mix = Record<
  'all' | 'gapsOfThreeOrMore' | 'acrossAClockChange' | 'depots' | 'corrections' | 'neverCovered',
  number
>

/** The least share of each that the mix must hold, so that agreement means something. */
export const LEAST_SHARE = {
  gapsOfThreeOrMore: 0.1,
  acrossAClockChange: 0.05,
  depots: 0.05,
  corrections: 0.05,
} as const

const NOTHING: Mix = {
  all: 0,
  gapsOfThreeOrMore: 0,
  acrossAClockChange: 0,
  depots: 0,
  corrections: 0,
  neverCovered: 0,
}
const DAYS_BACK = 30
const DAYS_AHEAD = 45
const BATCH = 250

/**
 * Does SQL say of each history, day by day and in the count of days without a dose, what the engine says? Puts the histories
 * into the database as its owner, a batch at a time, and asks app.cover_of and app.days_without_dose.
 */
export async function compareCover(
  owner: pg.Client,
  histories: readonly ReadHistory[],
  rules: DepotRuleSet = DEPOT_RULE_SET,
): Promise<{ disagreements: Disagreement[]; mix: Mix }> {
  const places: Places = { owner, known: new Map() }
  const disagreements: Disagreement[] = []
  const mix: Mix = { ...NOTHING }
  for (let first = 0; first < histories.length; first += BATCH) {
    const batch = histories.slice(first, first + BATCH)
    const episodeIds = await putHistories(places, batch)
    const asked = batch.map(({ now, today }, index) => ({
      id: episodeIds[index],
      at: now.toISOString(),
      from: addDays(today, -DAYS_BACK),
      to: addDays(today, DAYS_AHEAD),
    }))
    const { rows } = await owner.query<{ id: string; count: string; days: string[] }>(ASK, [JSON.stringify(asked)])
    const said = new Map(rows.map(({ id, count, days }) => [id, { count, days }]))
    for (const [index, one] of batch.entries()) {
      const engine = engineSays(one, mix, rules)
      const sql = said.get(episodeIds[index] ?? '') ?? { count: 'no row', days: [] }
      if (JSON.stringify(engine) !== JSON.stringify(sql)) disagreements.push({ name: one.name, engine, sql })
    }
  }
  return { disagreements, mix }
}

/**
 * The same of pairs of records that are joined (ADR 0210), each asked about the first of them by a service with a living part in both:
 * do both count the doses of the second one?
 */
export async function compareJoinedCover(
  owner: pg.Client,
  actor: Actor,
  pairs: readonly (readonly [ReadHistory, ReadHistory])[],
): Promise<{ disagreements: Disagreement[]; changed: number }> {
  const places: Places = { owner, known: new Map() }
  const faces = await putHistories(
    places,
    pairs.map(([face]) => face),
  )
  const others = await putHistories(
    places,
    pairs.map(([, other]) => other),
  )
  await owner.query(
    `insert into case_part (service_id, episode_id, person_id, relation, categories, until)
     select $1, e.id, e.person_id, 'accepted', '{identity,release,omt}', 'infinity' from custody_episode e where e.id = any ($2)`,
    [actor.serviceId, [...faces, ...others]],
  )
  await owner.query(
    `insert into person_merge (id, face_person_id, other_person_id, state, by_service_id, asked_by, asked_at, reason, answered_by, answered_at)
     select gen_random_uuid(), f.person_id, o.person_id, 'merged', $1, $2, now(), 'one person', $3, now()
     from unnest($4::uuid[], $5::uuid[]) as pair (face, other)
       join custody_episode f on f.id = pair.face join custody_episode o on o.id = pair.other`,
    [actor.serviceId, actor.accountId, SYSTEM_ACCOUNT_ID, faces, others],
  )
  const asked = pairs.map(([{ now, today }], index) => ({
    id: faces[index],
    at: now.toISOString(),
    from: addDays(today, -DAYS_BACK),
    to: addDays(today, DAYS_AHEAD),
  }))
  const rows = await asActor(actor, ({ tx }) =>
    tx.$queryRawUnsafe<{ id: string; count: string; days: string[] }[]>(ASK, JSON.stringify(asked)),
  )
  const said = new Map(rows.map(({ id, count, days }) => [id, { count, days }]))
  const disagreements: Disagreement[] = []
  let changed = 0
  for (const [index, [face, other]] of pairs.entries()) {
    const history = {
      ...face.history,
      doses: [...face.history.doses, ...other.history.doses],
      joinedTreatments: other.history.treatments,
    }
    const engine = engineSays({ ...face, history }, { ...NOTHING }, DEPOT_RULE_SET)
    const sql = said.get(faces[index] ?? '') ?? { count: 'no row', days: [] }
    if (JSON.stringify(engine) !== JSON.stringify(sql)) disagreements.push({ name: face.name, engine, sql })
    if (JSON.stringify(engine) !== JSON.stringify(engineSays(face, { ...NOTHING }, DEPOT_RULE_SET))) changed += 1
  }
  return { disagreements, changed }
}

/**
 * Half from the generator of the engine's own properties, half from one that knows nothing of it: both may forget something,
 * but hardly the same.
 */
export function historiesToCompare(count: number): ReadHistory[] {
  const theirs = generateHistories(Math.floor(count / 2), 1)
  return [
    ...theirs.map((each, index) => ({ ...each, name: `history ${index} of seed 1` })),
    ...Array.from({ length: count - theirs.length }, (_, seed) => anyHistory(seed)),
  ]
}

/** The same people later on the same day, each waited for by agreement up to one of these times; those of whom that changes the count. */
export function historiesWithAgreement(histories: readonly ReadHistory[]): ReadHistory[] {
  return histories.flatMap((each, index) => {
    const [at, until] = AGREED_TIMES[index % AGREED_TIMES.length] ?? []
    const now = scheduledInstant(each.today, ClockTime.parse(at), each.place.zone)
    const agreedUntil = ClockTime.parse(until)
    const waits: ReadHistory = { ...each, now, name: `${each.name}, waited for`, place: { ...each.place, agreedUntil } }
    const count = (place: ReadHistory['place']) => JSON.stringify(daysWithoutDose(each.history, place, now))
    return count(waits.place) === count(each.place) ? [] : [waits]
  })
}

/** Read at the first, waited for up to the second. */
const AGREED_TIMES = [
  ['02:55', '03:30'],
  ['17:30', '19:30'],
  ['18:00', '18:01'],
  ['23:29', '23:30'],
] as const

/** Is every kind that is hard to count among them often enough? */
export function isMixed(mix: Mix): boolean {
  return Object.entries(LEAST_SHARE).every(([what, share]) => mix[what as keyof typeof LEAST_SHARE] / mix.all >= share)
}

/** The engine's answer in the words of the SQL functions, and what of the mix the history adds to. */
function engineSays({ history, place, today, now }: ReadHistory, mix: Mix, rules: DepotRuleSet): SaidCover {
  const counted = daysWithoutDose(history, place, now, rules)
  const reading = readCover(history, today, rules)
  mix.all += 1
  if (counted.kind === 'unknown') mix.neverCovered += 1
  if (counted.kind === 'counted' && counted.days >= 3) mix.gapsOfThreeOrMore += 1
  const [first] = history.doses.map((dose) => dose.forDay).toSorted()
  if (first !== undefined && clockOf(first, place.zone) !== clockOf(today, place.zone)) mix.acrossAClockChange += 1
  if (history.doses.some((dose) => dose.kind === 'depot')) mix.depots += 1
  if (history.doses.some((dose) => dose.correctsDoseId !== null)) mix.corrections += 1
  return {
    count:
      counted.kind === 'counted'
        ? `${counted.days} closed ${counted.closedDays} unknown ${counted.unknownDays} since ${counted.lastCoveredOn} today ${counted.today}`
        : counted.kind,
    days: daysFromTo(addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)).map((day) => {
      const cover = coverOn(reading, day)
      const because = cover.state === 'covered' ? cover.way : 'because' in cover ? cover.because : '-'
      return `${day} ${cover.state} ${because}`
    }),
  }
}

/** What the clock of the zone shows at noon in Greenwich: between two days on which it differs the clock was changed. */
function clockOf(day: PlainDate, zone: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  return noon.toLocaleTimeString('en-GB', { timeZone: zone })
}

const ASK = `
  select q.id, case c.kind when 'counted' then format('%s closed %s unknown %s since %s today %s', c.days, c.closed_days,
      c.unknown_days, c.last_covered_on, c.today) else c.kind end as count,
    (select array_agg(format('%s %s %s', o.day, o.state, coalesce(o.because, '-')) order by o.day)
      from app.cover_of(array[q.id], q."from", q."to", q.at) o) as days
  from jsonb_to_recordset($1::jsonb) as q (id uuid, at timestamptz, "from" date, "to" date),
    app.days_without_dose(array[q.id], q.at) c`
