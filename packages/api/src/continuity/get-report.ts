import type { Actor } from '@throughcare/db/actor'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { ContinuityReportInput } from '@throughcare/domain/continuity/continuity-input'
import type { IndicatorReport } from '@throughcare/domain/continuity/continuity-report'
import { indicatorsOf } from '@throughcare/domain/continuity/indicator-categories'
import type { Indicator } from '@throughcare/domain/continuity/indicators'
import type { Month } from '@throughcare/domain/continuity/report-window'
import {
  type CollectedReport,
  type FigureSelection,
  type SelectedFigure,
  selectFigure,
} from '@throughcare/domain/continuity/select-figure'
import type { ReadFrom } from '@throughcare/domain/report-copy/decide-read-from'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { measureReleases, reportFigures, selectionOf } from './measure-releases.ts'

/** Whose releases are counted: a prison's own, those handed to a service, or all of a region's. */
export type ContinuityScope = 'prison' | 'service' | 'region'

/** One figure of the page. */
export type Figure = { indicator: Indicator } & (
  | { state: Exclude<IndicatorReport['state'], 'collected'> }
  | ({ state: 'collected'; byPrison: CollectedReport['byPrison'] } & SelectedFigure)
)

export type ContinuityPage = {
  scope: ContinuityScope
  /** Every month that the figures cover, the earliest first. */
  months: Month[]
  selection: FigureSelection
  prisons: { id: string; name: string }[]
  figures: Figure[]
  /** Whether a count opens the cases that it counted. */
  opensCases: boolean
  /** As of when. ISO 8601. */
  countedAt: string
  /** The database itself, or a copy of it that follows, and how far behind that was. */
  readFrom: ReadFrom
}

/** The continuity dashboard of the actor's own scope, small counts left out of all of it together. */
export async function getReport(actor: Actor, input: ContinuityReportInput): Promise<ContinuityPage> {
  const kind = actor.serviceKind as ServiceKind
  const measured = await measureReleases(actor, 'continuity.report')
  const selection = selectionOf(measured, input)
  return {
    scope: kind === 'prison-health' ? 'prison' : kind === 'region' ? 'region' : 'service',
    months: measured.months,
    selection,
    prisons: measured.prisons,
    figures: reportFigures(measured, indicatorsOf(kind)).map((report) => figureOf(report, selection)),
    opensCases: mayEver(actor.role, kind, 'continuity.cases'),
    countedAt: measured.now.toISOString(),
    readFrom: measured.readFrom,
  }
}

function figureOf(report: IndicatorReport, selection: FigureSelection): Figure {
  if (report.state !== 'collected') return report
  const { indicator, state, byPrison } = report
  return { indicator, state, byPrison, ...selectFigure(report, selection) }
}
