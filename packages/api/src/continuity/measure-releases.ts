import type { Actor } from '@throughcare/db/actor'
import { findContinuityFacts, type StoredScope } from '@throughcare/db/continuity/continuity-repository'
import type { Category } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { ContinuityFacts } from '@throughcare/domain/continuity/continuity-facts'
import { continuityReport, type IndicatorReport } from '@throughcare/domain/continuity/continuity-report'
import { CATEGORY_OF_INDICATOR } from '@throughcare/domain/continuity/indicator-categories'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import {
  type Month,
  monthsWithRecords,
  WINDOW_MONTHS,
  windowMonths,
} from '@throughcare/domain/continuity/report-window'
import type { FigureSelection } from '@throughcare/domain/continuity/select-figure'
import { SMALLEST_COUNT, type SmallestCount } from '@throughcare/domain/continuity/small-counts'
import { tallyCases } from '@throughcare/domain/continuity/tally-cases'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import { factsOfRelease } from './facts-of-release.ts'

/** One release of the scope, as the figures read it. */
export type MeasuredRelease = {
  episodeId: string | null
  prisonId: string
  releasedOn: PlainDate
  month: Month
  categories: readonly Category[]
  facts: ContinuityFacts
}

export type Measured = {
  releases: MeasuredRelease[]
  prisons: { id: string; name: string }[]
  /** The whole period of the page, from the first month with a record. */
  months: Month[]
  now: Date
}

/** Every release of the actor's scope within the period of the figures. */
export async function measureReleases(actor: Actor, action: string): Promise<Measured & { readFrom: ReadFrom }> {
  const stored = await findContinuityFacts(actor, WINDOW_MONTHS, action)
  return { ...measuredOf(stored, actor.serviceTimeZone), readFrom: stored.readFrom }
}

/** The same of what was read already: for a report that the worker makes. */
export function measuredOf({ releases, prisons, now }: StoredScope, timeZone: string): Measured {
  const window = windowMonths(plainDateIn(now, getZone(timeZone)))
  const measured = releases.map(
    ({ episodeId, prisonId, categories, facts }): MeasuredRelease => ({
      episodeId,
      prisonId,
      releasedOn: facts.releasedOn,
      month: facts.releasedOn.slice(0, 7),
      categories,
      facts: factsOfRelease(facts),
    }),
  )
  const months = monthsWithRecords(window, new Set(measured.map(({ month }) => month)))
  return { releases: measured, prisons, months, now }
}

/**
 * The whole page of these figures: all months, all prisons. Filters choose from it afterwards (rule FIG-7).
 *
 * A figure counts the releases in which its category is open to the asking service. Those of one category are worked out
 * together, so that what one figure tells about another is hidden with it.
 *
 * @param smallest ten for whatever leaves
 */
export function reportFigures(
  measured: Measured,
  indicators: readonly Indicator[],
  smallest: SmallestCount = SMALLEST_COUNT,
): IndicatorReport[] {
  const byCategory = Map.groupBy(indicators, (indicator) => CATEGORY_OF_INDICATOR[indicator])
  const pages = new Map<number, IndicatorReport[]>()
  const reports = [...byCategory].flatMap(([category, figures]) => {
    const open = openIn(measured, category)
    // Where every category is open in every release, all figures are one page.
    const isAll = open.length === measured.releases.length
    const page = (isAll ? pages.get(open.length) : undefined) ?? pageOf(measured, open, smallest)
    if (isAll) pages.set(open.length, page)
    return page.filter(({ indicator }) => figures.includes(indicator))
  })
  return indicators.flatMap((indicator) => reports.filter((report) => report.indicator === indicator))
}

/** The releases that a figure of this category counts. */
export function openIn({ releases }: Measured, category: Category): MeasuredRelease[] {
  return releases.filter(({ categories }) => categories.includes(category))
}

/** The filter as the page understands it: months within the period, and one prison over the whole of it. */
export function selectionOf(
  { months }: Pick<Measured, 'months'>,
  input: { from: Month | null; to: Month | null; prisonId: string | null },
): FigureSelection {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (input.prisonId !== null) return { from: first, to: last, prisonId: input.prisonId }
  const from = input.from && input.from > first ? input.from : first
  const to = input.to && input.to < last ? input.to : last
  return from <= to ? { from, to, prisonId: null } : { from: first, to: last, prisonId: null }
}

function pageOf(
  { months, prisons, now }: Measured,
  releases: readonly MeasuredRelease[],
  smallest: SmallestCount,
): IndicatorReport[] {
  const prisonIds = prisons.map(({ id }) => id)
  return continuityReport(tallyCases(releases, now), { months, prisonIds }, smallest)
}
