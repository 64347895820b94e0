import type { Actor, SystemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findBarrierFacts } from '@throughcare/db/barrier/barrier-repository'
import { findServiceNames } from '@throughcare/db/circumstance/service-names'
import { type BarrierLine, type BarrierReport, reportBarriers } from '@throughcare/domain/barrier/barrier-report'
import { type BarrierReportInput, REPORT_MONTHS } from '@throughcare/domain/barrier/record-barrier-input'
import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { SMALLEST_COUNT, type SmallestCount } from '@throughcare/domain/continuity/small-counts'

export type BarrierPage = Omit<BarrierReport, 'byProgramme'> & {
  /** By days lost, the most first; where days are not shown, last. A null name: not in the directory, or nobody's. */
  byProgramme: (BarrierLine<string | null> & { name: string | null })[]
  from: PlainDate
  today: PlainDate
}

/** Days of a month, where a month's end is not what matters. */
const DAYS_IN_A_MONTH = 30

/** Barriers by programme, kind and level with the days lost, in the actor's own scope, small counts left out. */
export function barrierReport(actor: Actor, { months }: BarrierReportInput): Promise<BarrierPage> {
  return asActor(actor, async (deed) => {
    const page = await readBarriers(deed, { timeZone: actor.serviceTimeZone, months, smallest: SMALLEST_COUNT })
    // Counts name nobody.
    await recordAudit(deed, { action: 'barrier.report' })
    return page
  })
}

type AskedBarriers = { timeZone: string; months: (typeof REPORT_MONTHS)[number]; smallest: SmallestCount }

/** The same in a deed that stands already: of what leaves, counts of ten and more. */
export async function readBarriers(
  deed: Deed<Actor | SystemActor>,
  { timeZone, months, smallest }: AskedBarriers,
): Promise<BarrierPage> {
  const today = plainDateIn(deed.now, getZone(timeZone))
  const longestFirst = REPORT_MONTHS.toSorted((one, other) => other - one)
  const periods = longestFirst.map((each) => addDays(today, -each * DAYS_IN_A_MONTH))
  const [longest = today] = periods
  const facts = await findBarrierFacts(deed, longest)
  const report = reportBarriers(facts, today, periods, longestFirst.indexOf(months), smallest)
  const names = await findServiceNames(
    deed,
    report.byProgramme.flatMap(({ key }) => key ?? []),
  )
  return {
    ...report,
    byProgramme: report.byProgramme
      .map((line) => ({ ...line, name: line.key === null ? null : (names.get(line.key) ?? null) }))
      .toSorted((one, other) => (other.days ?? -1) - (one.days ?? -1) || compareNames(one.name, other.name)),
    from: addDays(today, -months * DAYS_IN_A_MONTH),
    today,
  }
}

function compareNames(one: string | null, other: string | null): number {
  return (one ?? '\uffff') < (other ?? '\uffff') ? -1 : 1
}
