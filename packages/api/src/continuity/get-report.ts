import type { Actor } from '@throughcare/db/actor'
import { recordRefused } from '@throughcare/db/audit/audit-repository'
import { closedCategories } from '@throughcare/domain/access/categories-of-area'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { ContinuityReportInput } from '@throughcare/domain/continuity/continuity-input'
import { type IndicatorReport, indicatorReport } from '@throughcare/domain/continuity/continuity-report'
import { CATEGORY_OF_INDICATOR, lengthIndicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { Indicator, LengthIndicator } from '@throughcare/domain/continuity/indicators'
import type { Month } from '@throughcare/domain/continuity/report-window'
import {
  type CollectedReport,
  type FigureSelection,
  type SelectedFigure,
  selectFigure,
} from '@throughcare/domain/continuity/select-figure'
import { SMALLEST_COUNT } from '@throughcare/domain/continuity/small-counts'
import {
  type CountedLengths,
  TOLD_STEPS,
  type ToldLengths,
  tellLengths,
} from '@throughcare/domain/continuity/tell-lengths'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { selectionOf } from './measure-releases.ts'
import { type ReadFigures, readFigures } from './read-figures.ts'

/** Whose releases are counted: a prison's own, those handed to a service, or all of a region's. */
export type ContinuityScope = 'prison' | 'service' | 'region'

/** One figure of the page. */
export type Figure = { indicator: Indicator } & (
  | { state: Exclude<IndicatorReport['state'], 'collected'> }
  | ({ state: 'collected'; byPrison: CollectedReport['byPrison'] } & SelectedFigure)
)

/** Half, and nine of ten, within so many hours or days. */
export type LengthFigure = { indicator: LengthIndicator } & ToldLengths

export type ContinuityPage = {
  scope: ContinuityScope
  /** Every month that the figures cover, the earliest first. */
  months: Month[]
  selection: FigureSelection
  prisons: { id: string; name: string }[]
  figures: Figure[]
  /** Figures that are lengths of time, over the whole period. */
  lengths: LengthFigure[]
  /** The months or the prison asked for come down to too few: nothing is told, and it is noted that somebody asked. */
  isRefused: boolean
  /** Figures of this kind of service that are closed to the reader's role: managers read nothing of partners, HIV and hepatitis C. */
  closed: (Indicator | LengthIndicator)[]
  /** Whether a count opens the cases that it counted. */
  opensCases: boolean
  /** As of when. ISO 8601. */
  countedAt: string
  /** The database itself, or a copy of it that follows, and how far behind that was. */
  readFrom: ReadFrom
}

/** The continuity dashboard of the actor's own scope, small counts left out of all pages of figures together. */
export async function getReport(actor: Actor, input: ContinuityReportInput): Promise<ContinuityPage> {
  const kind = actor.serviceKind as ServiceKind
  const closed = closedCategories(actor as Parameters<typeof closedCategories>[0])
  const isOpen = (indicator: Indicator | LengthIndicator) => !closed.includes(CATEGORY_OF_INDICATOR[indicator])
  const lengths = lengthIndicatorsOf(kind).filter(isOpen)
  const asked = { measures: lengths, breakdowns: ['all'], from: null, to: null, byMonth: false }
  // Whom the reader can open one by one, he can take away.
  const extra = kind === 'region' ? [asked] : [asked, { ...asked, isOwn: true }]
  const figures = await readFigures(actor, 'continuity.report', SMALLEST_COUNT, extra)
  const selection = selectionOf(figures, input)
  const told = toldBefore(figures.totals, selection, () => ({
    figures: figures.indicators.filter(isOpen).map((indicator) => figureOf(reportOf(figures, indicator), selection)),
    lengths: lengths.map((indicator) => ({
      indicator,
      ...tellLengths(countedLengths(figures.totals, indicator), TOLD_STEPS[indicator]),
    })),
  }))
  const isRefused = isNarrowed(selection, figures.months) && tellsNothing(told.figures)
  if (isRefused) {
    const { from, to, prisonId } = selection
    const fields = prisonId === null ? ['months', from === to ? from : `${from} ${to}`] : ['prison', prisonId]
    await recordRefused(actor, 'continuity.narrow', { askedId: null, ids: [], personIds: [], fields, requestId: null })
  }
  return {
    scope: figures.scope,
    months: figures.months,
    selection,
    prisons: figures.prisons,
    ...told,
    isRefused,
    closed: [...figures.indicators, ...lengthIndicatorsOf(kind)].filter((indicator) => !isOpen(indicator)),
    opensCases: mayEver(actor.role, kind, 'continuity.cases'),
    countedAt: figures.countedUntil.toISOString(),
    readFrom: figures.readFrom,
  }
}

function isNarrowed({ from, to, prisonId }: FigureSelection, months: readonly Month[]): boolean {
  return prisonId !== null || from !== months[0] || to !== months.at(-1)
}

/**
 * Whether a filter comes down to too few: there is something to count, and nothing of it may be told. Looked at is what is told alone: a refusal
 * that hung on the hidden numbers would tell of them.
 */
function tellsNothing(figures: readonly Figure[]): boolean {
  const collected = figures.filter((each) => each.state === 'collected')
  return (
    collected.length > 0 && collected.every(({ figure: { counted, met } }) => counted === 'hidden' && met === 'hidden')
  )
}

type Told = Pick<ContinuityPage, 'figures' | 'lengths'>

/** What was told of totals that are kept (read-figures.ts): gone with them. They are kept for who reads as what, so that the selection alone is left. */
const toldOf = new WeakMap<ReadFigures['totals'], Map<string, Told>>()

/** Managers look at the whole of it and a few months: more than that is told anew. */
const MOST_SELECTIONS = 12

function toldBefore(totals: ReadFigures['totals'], selection: FigureSelection, tell: () => Told): Told {
  const of = toldOf.get(totals) ?? new Map<string, Told>()
  toldOf.set(totals, of)
  const key = JSON.stringify(selection)
  const told = of.get(key) ?? tell()
  if (of.size >= MOST_SELECTIONS) of.clear()
  of.set(key, told)
  return told
}

/** The lengths of a figure, of everybody and of those whom the reader can open one by one. */
export function countedLengths(totals: ReadFigures['totals'], indicator: LengthIndicator): CountedLengths {
  const counts = totals.filter(({ measure }) => measure === indicator)
  return { all: counts.filter(({ isOwn }) => !isOwn), own: counts.filter(({ isOwn }) => isOwn) }
}

/** One figure over the whole period, by month and by prison, as it may be shown. */
export function reportOf(
  { shown, totals, months, prisons, scope }: Omit<ReadFigures, 'readFrom'>,
  indicator: Indicator,
): IndicatorReport {
  const ofAll = totals.filter(({ isOwn }) => !isOwn)
  return indicatorReport({ shown, totals: ofAll, months, prisonIds: prisons.map(({ id }) => id), scope }, indicator)
}

function figureOf(report: IndicatorReport, selection: FigureSelection): Figure {
  if (report.state !== 'collected') return report
  const { indicator, state, byPrison } = report
  return { indicator, state, byPrison, ...selectFigure(report, selection) }
}
