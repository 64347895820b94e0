import { addDays, daysFromTo, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { ClockTime, getZone, scheduledInstant } from '@throughcare/domain/calendar/zone'
import { coverOn, readCover } from '@throughcare/domain/medication/covered-day'
import { daysWithoutDose } from '@throughcare/domain/medication/days-without-dose'
import type { DosingPlace } from '@throughcare/domain/medication/dosing-day'
import type pg from 'pg'
import { newId } from '../src/uuid.ts'
import { type AnyHistory, anyHistory } from './any-history.ts'
import { hoursOf, putHistories, putPlaces } from './put-histories.ts'

/** What the engine and SQL say of one history, in one form. */
export type SaidCover = { count: string; days: string[] }
export type Disagreement = { seed: number; engine: SaidCover; sql: SaidCover }
/** Of how many histories this holds: so that a generator that makes nothing hard is noticed. */
export type Mix = Record<
  'all' | 'gapsOfThreeOrMore' | 'acrossAClockChange' | 'depots' | 'corrections' | 'neverCovered',
  number
>

const DAYS_BACK = 30
const DAYS_AHEAD = 45
const BATCH = 250

/**
 * Does SQL say of each generated history, day by day and in the count of days without a dose, what the engine says? Puts
 * the histories into the database as its owner, a batch at a time, and asks app.cover_of and app.days_without_dose.
 */
export async function compareCover(
  owner: pg.Client,
  seeds: { from: number; count: number },
): Promise<{ disagreements: Disagreement[]; mix: Mix }> {
  const places = await putPlaces(owner)
  const disagreements: Disagreement[] = []
  const mix: Mix = { all: 0, gapsOfThreeOrMore: 0, acrossAClockChange: 0, depots: 0, corrections: 0, neverCovered: 0 }
  for (let first = seeds.from; first < seeds.from + seeds.count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, seeds.from + seeds.count - first) }, (_, index) => {
      const one = anyHistory(first + index)
      return { seed: first + index, episodeId: newId(), one, now: askedAt(one) }
    })
    await putHistories(owner, batch, places)
    const { rows } = await owner.query<{ id: string; count: string; days: string[] }>(ASK, [
      JSON.stringify(
        batch.map(({ episodeId, one, now }) => ({
          id: episodeId,
          at: now.toISOString(),
          from: addDays(one.askedOn, -DAYS_BACK),
          to: addDays(one.askedOn, DAYS_AHEAD),
        })),
      ),
    ])
    const said = new Map(rows.map((row) => [row.id, { count: row.count, days: row.days }]))
    for (const { seed, episodeId, one, now } of batch) {
      const engine = engineSays(one, now, mix)
      const sql = said.get(episodeId) ?? { count: 'no row', days: [] }
      if (JSON.stringify(engine) !== JSON.stringify({ count: sql.count, days: sql.days }))
        disagreements.push({ seed, engine, sql })
    }
  }
  return { disagreements, mix }
}

function askedAt(one: AnyHistory): Date {
  return scheduledInstant(one.askedOn, ClockTime.parse(one.askedAt), getZone(one.zone))
}

/** The engine's answer in the words of the SQL functions, and what of the mix the history adds to. */
function engineSays(one: AnyHistory, now: Date, mix: Mix): SaidCover {
  const zone = getZone(one.zone)
  const place: DosingPlace = { zone, hours: one.week === null ? null : hoursOf(one.zone, one.week) }
  const counted = daysWithoutDose(one.history, place, now)
  const reading = readCover(one.history, one.askedOn)
  mix.all += 1
  if (counted.kind === 'unknown') mix.neverCovered += 1
  if (counted.kind === 'counted' && counted.days >= 3) mix.gapsOfThreeOrMore += 1
  if (counted.kind === 'counted' && CHANGES.some((day) => counted.lastCoveredOn < day && day <= one.askedOn))
    mix.acrossAClockChange += 1
  if (one.history.doses.some((dose) => dose.kind === 'depot')) mix.depots += 1
  if (one.history.doses.some((dose) => dose.correctsDoseId !== null)) mix.corrections += 1
  return {
    count:
      counted.kind === 'counted'
        ? `${counted.days} closed ${counted.closedDays} unknown ${counted.unknownDays} since ${counted.lastCoveredOn} today ${counted.today}`
        : counted.kind,
    days: daysFromTo(addDays(one.askedOn, -DAYS_BACK), addDays(one.askedOn, DAYS_AHEAD)).map((day) => {
      const cover = coverOn(reading, day)
      const because = cover.state === 'covered' ? cover.way : 'because' in cover ? cover.because : '-'
      return `${day} ${cover.state} ${because}`
    }),
  }
}

/** The days in the generated quarter on which a clock of the generated zones changes. */
const CHANGES: PlainDate[] = ['2026-03-08', '2026-03-29', '2026-04-05'] as PlainDate[]

const ASK = `
  select q.id, case c.kind when 'counted' then format('%s closed %s unknown %s since %s today %s', c.days, c.closed_days,
      c.unknown_days, c.last_covered_on, c.today) else c.kind end as count,
    (select array_agg(format('%s %s %s', o.day, o.state, coalesce(o.because, '-')) order by o.day)
      from app.cover_of(array[q.id], q."from", q."to", q.at) o) as days
  from jsonb_to_recordset($1::jsonb) as q (id uuid, at timestamptz, "from" date, "to" date),
    app.days_without_dose(array[q.id], q.at) c`
