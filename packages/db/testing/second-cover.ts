import { addDays, daysFromTo, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { coverOn, readCover } from '@throughcare/domain/medication/covered-day'
import { daysWithoutDose } from '@throughcare/domain/medication/days-without-dose'
import { DEPOT_RULE_SET, type DepotRuleSet } from '@throughcare/domain/medication/medicine-table'
import { generateHistories } from '@throughcare/domain/testing/generate-history'
import type pg from 'pg'
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
  const mix: Mix = { all: 0, gapsOfThreeOrMore: 0, acrossAClockChange: 0, depots: 0, corrections: 0, neverCovered: 0 }
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
