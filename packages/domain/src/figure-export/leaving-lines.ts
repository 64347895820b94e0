import type { FigureRow } from '../continuity/continuity-report.ts'
import { besideLines } from './leaving-beside-lines.ts'
import { isMonthOfFigureOver, type LeavingFigure, type LeavingFigures } from './leaving-figures.ts'
import { type LeavingCells, type LeavingLine, rateCells } from './leaving-line.ts'

/** Every line of the file, figure by figure. What is not collected has none: it is not 0. */
export function leavingLines({ figures, groups = [], beside, countedAt }: LeavingFigures): LeavingLine[] {
  return [
    ...figures.flatMap((figure) => figureLines(figure, countedAt)),
    ...groups.flatMap(({ breakdown, value, released, steps }): LeavingLine[] => {
      const part = { kind: 'group', breakdown, value } as const
      return [
        { subject: { kind: 'step', step: 'released' }, part, cells: { counted: released } },
        ...steps.map(
          ({ step, met, counted, rate }): LeavingLine => ({
            subject: { kind: 'step', step },
            part,
            cells: { met, counted, ...rateCells(rate) },
          }),
        ),
      ]
    }),
    ...(beside ? besideLines(beside) : []),
  ]
}

function figureLines(figure: LeavingFigure, countedAt: string): LeavingLine[] {
  if (figure.state !== 'collected') return []
  const { indicator, overall, details, byMonth, byPrison } = figure
  const subject = { kind: 'figure', indicator } as const
  return [
    { subject, part: { kind: 'whole' }, cells: rowCells(overall) },
    ...byMonth.map(({ month, ...row }): LeavingLine => {
      const isOver = isMonthOfFigureOver(indicator, month, countedAt)
      return { subject, part: { kind: 'month', month, isOver }, cells: rowCells(row) }
    }),
    ...byPrison.map(
      ({ prison, ...row }): LeavingLine => ({ subject, part: { kind: 'prison', name: prison }, cells: rowCells(row) }),
    ),
    ...details.map(
      ({ outcome, detail, count }): LeavingLine => ({
        subject,
        part: { kind: 'detail', indicator, outcome, detail },
        cells: { counted: count },
      }),
    ),
  ]
}

function rowCells({ met, notMet, unknown, counted, rate }: FigureRow): LeavingCells {
  return { counted, met, notMet, unknown, ...rateCells(rate) }
}
