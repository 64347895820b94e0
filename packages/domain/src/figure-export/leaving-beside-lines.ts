import type { BarrierLine } from '../barrier/barrier-report.ts'
import type { Curve } from '../continuity/curve/curves.ts'
import type { ShownCurve } from '../continuity/curve/show-curves.ts'
import type { LengthIndicator } from '../continuity/indicators.ts'
import type { ToldLength } from '../continuity/tell-lengths.ts'
import type { LeavingBarriers, LeavingBeside } from './leaving-beside.ts'
import { type BarrierGroup, type LeavingCell, type LeavingLine, type LeavingUnit, rateCells } from './leaving-line.ts'

/** The lines of the other pages of figures. */
export function besideLines({ flow, couples, lengths, curves, deaths, barriers }: LeavingBeside): LeavingLine[] {
  const whole = { kind: 'whole' } as const
  return [
    { subject: { kind: 'step', step: 'released' }, part: whole, cells: { counted: flow.released } },
    ...flow.steps.flatMap(({ step, met, counted, notMet, unknown, rate, lost, leftOut }): LeavingLine[] => {
      const subject = { kind: 'step', step } as const
      return [
        { subject, part: whole, cells: { counted, met, notMet, unknown, ...rateCells(rate) } },
        ...(lost === null ? [] : [{ subject, part: { kind: 'lost' } as const, cells: { counted: lost } }]),
        { subject, part: { kind: 'left-out' }, cells: { counted: leftOut } },
      ]
    }),
    ...couples.map(
      ({ prison, refused }): LeavingLine => ({
        subject: { kind: 'couples' },
        part: prison === null ? whole : { kind: 'prison', name: prison },
        cells: { counted: refused },
      }),
    ),
    ...lengths.flatMap(lengthLines),
    ...curves.flatMap(({ curve, shown }) => (shown === null ? [] : curveLines(curve, shown))),
    ...deaths.map(
      ({ from, to, about }): LeavingLine => ({
        subject: { kind: 'deaths' },
        part: { kind: 'months', from, to },
        cells: { counted: about === 'too-few' ? 'hidden' : about },
      }),
    ),
    ...(barriers === null ? [] : barrierLines(barriers)),
  ]
}

/** In what lengths are told. */
export const UNIT_OF_LENGTH = {
  'hours-to-acknowledge': 'hours',
  'hiv-hcv-supply-gap': 'days',
} as const satisfies Record<LengthIndicator, LeavingUnit>

function lengthLines(length: LeavingBeside['lengths'][number]): LeavingLine[] {
  if (length.state !== 'shown') return []
  const { indicator, median, interval, p90, about, open } = length
  const [subject, unit] = [{ kind: 'figure', indicator } as const, UNIT_OF_LENGTH[indicator]]
  const cell = (told: ToldLength): LeavingCell => (told === 'few' ? 'hidden' : told)
  return [
    {
      subject,
      part: { kind: 'median' },
      cells: {
        counted: about,
        unknown: cell(open),
        lower: interval.after,
        upper: cell(interval.by),
        value: cell(median),
        unit,
      },
    },
    { subject, part: { kind: 'nine-of-ten' }, cells: { value: cell(p90), unit } },
  ]
}

function curveLines(curve: Curve, { people, points, median }: ShownCurve): LeavingLine[] {
  const subject = { kind: 'curve', curve } as const
  const half = median === 'not-reached' ? { value: 'open' as const } : { lower: median.after, upper: median.by }
  return [
    { subject, part: { kind: 'median' }, cells: { counted: people, ...half, unit: 'hours' } },
    ...points.flatMap(({ hours, share, interval, competing, atRisk }): LeavingLine[] => [
      {
        subject,
        part: { kind: 'had-it', hours },
        cells: { share, ...(interval ?? {}), value: atRisk ?? 'hidden', unit: 'people' },
      },
      ...(competing === null
        ? []
        : [
            { subject, part: { kind: 'had-it-among-all' as const, hours }, cells: { share: competing.event } },
            { subject, part: { kind: 'left-first' as const, hours }, cells: { share: competing.left } },
          ]),
    ]),
  ]
}

function barrierLines({ total, byProgramme, byCode, byLevel }: LeavingBarriers): LeavingLine[] {
  const lines = (line: BarrierLine<unknown>, of: BarrierGroup) =>
    (['all', 'standing', 'resolved'] as const).map(
      (which): LeavingLine => ({
        subject: { kind: 'barriers' },
        part: { kind: 'barrier', which, of },
        cells: {
          counted: line[which] ?? 'hidden',
          ...(which === 'all' ? { value: line.days ?? 'hidden', unit: 'days' } : {}),
        },
      }),
    )
  return [
    ...lines(total, { by: 'all' }),
    ...byProgramme.flatMap((line) => lines(line, { by: 'programme', key: line.key })),
    ...byCode.flatMap((line) => lines(line, { by: 'code', key: line.key })),
    ...byLevel.flatMap((line) => lines(line, { by: 'level', key: line.key })),
  ]
}
