import type { FigureRow, IndicatorReport } from './continuity-report.ts'
import type { CountOutcome } from './count-codes.ts'
import { rateOf } from './rate.ts'
import type { Month } from './report-window.ts'
import type { ShownCount } from './small-counts.ts'

/** What the reader asks for: some months of the period, or one prison over the whole of it. */
export type FigureSelection = { from: Month; to: Month; prisonId: string | null }

export type CollectedReport = Extract<IndicatorReport, { state: 'collected' }>

export type SelectedFigure = {
  figure: FigureRow
  /** Over the whole period and all prisons only, where the count itself is hidden: everybody counted, in fives. */
  about: number | null
  /** How it was met and what stands beside it: over the whole period and all prisons only, empty otherwise. */
  details: CollectedReport['details']
  /** Every month, whichever are asked for: the limits of their chart are of them all. Empty for one prison, whose months are never shown. */
  byMonth: CollectedReport['byMonth']
}

/**
 * What a filter leaves of a report (rule FIG-7).
 *
 * A filter only chooses among the counts of the one whole page, and adds up what is shown there. A page of its own for each
 * choice would hide other counts, and two of them subtracted would tell a hidden one: April to June without April to May.
 * For the same reason one prison is shown over the whole period only.
 */
export function selectFigure(report: CollectedReport, { from, to, prisonId }: FigureSelection): SelectedFigure {
  if (prisonId !== null) {
    const row = report.byPrison.find((each) => each.prisonId === prisonId)
    return { figure: row ? withoutKey(row) : NOBODY, about: null, details: [], byMonth: [] }
  }
  const { overall, about, details, byMonth } = report
  const asked = byMonth.filter(({ month }) => from <= month && month <= to)
  return asked.length === byMonth.length
    ? { figure: overall, about, details, byMonth }
    : { figure: addUp(asked), about: null, details: [], byMonth }
}

/** How many cases does the page show for this way of counting? For those beside the figure: all of their details. */
export function shownCountOf(selected: SelectedFigure, outcome: CountOutcome): ShownCount {
  const { figure, details } = selected
  if (outcome === 'met') return figure.met
  if (outcome === 'not-met') return figure.notMet
  if (outcome === 'unknown') return figure.unknown
  const beside = details.filter((each) => each.outcome === 'left-out').map((each) => each.count)
  return beside.length > 0 ? sumShown(beside) : 'hidden'
}

function addUp(rows: readonly FigureRow[]): FigureRow {
  const sum = (of: (row: FigureRow) => ShownCount) => sumShown(rows.map(of))
  const [met, counted] = [sum((row) => row.met), sum((row) => row.counted)]
  return {
    met,
    notMet: sum((row) => row.notMet),
    unknown: sum((row) => row.unknown),
    counted,
    rate: met === 'hidden' || counted === 'hidden' ? { kind: 'hidden' } : rateOf({ met, denominator: counted }),
  }
}

function sumShown(counts: readonly ShownCount[]): ShownCount {
  return counts.reduce<ShownCount>((sum, each) => (sum === 'hidden' || each === 'hidden' ? 'hidden' : sum + each), 0)
}

function withoutKey({ met, notMet, unknown, counted, rate }: FigureRow): FigureRow {
  return { met, notMet, unknown, counted, rate }
}

const NOBODY: FigureRow = { met: 0, notMet: 0, unknown: 0, counted: 0, rate: { kind: 'nobody' } }
