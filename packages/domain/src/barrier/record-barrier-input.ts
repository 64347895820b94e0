import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Area } from '../checklist/areas.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { BarrierCode, BarrierEnd, BarrierLevel } from './barrier-codes.ts'
import { BARRIER_TABLE } from './barrier-table.ts'

/** Something that stands in the way, or stood: said for the first time, said again, or ended. */
export const RecordBarrierInput = inputOf({
  episodeId: idOf('barrier.episodeId'),
  requestId: RequestId,
  /** Null for a barrier that nobody has recorded yet. */
  barrierId: idOf('barrier.barrierId').nullable(),
  /** The version on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  /** What it keeps the person from. It is the barrier's own for good: it decides who reads it. */
  area: Area,
  code: BarrierCode,
  level: BarrierLevel,
  /** The programme, from the directory. */
  serviceId: idOf('barrier.serviceId').nullable(),
  words: filledText('barrier.words', 500).nullable(),
  /** Null: nobody knows since when. */
  since: PlainDate.nullable(),
  resolvedOn: PlainDate.nullable(),
  resolvedHow: BarrierEnd.nullable(),
})
  .refine(({ code, area }) => (BARRIER_TABLE[code].onlyArea ?? area) === area, {
    path: ['area'],
    error: 'barrier.area.partner-only',
  })
  .refine(({ code, words }) => code !== 'other' || words !== null, { path: ['words'], error: 'barrier.words.missing' })
  .refine(({ resolvedOn, resolvedHow }) => resolvedHow === null || resolvedOn !== null, {
    path: ['resolvedOn'],
    error: 'barrier.resolvedOn.missing',
  })
  .refine(({ resolvedOn, resolvedHow }) => resolvedOn === null || resolvedHow !== null, {
    path: ['resolvedHow'],
    error: 'barrier.resolvedHow.missing',
  })
  .refine(({ since, resolvedOn }) => since === null || resolvedOn === null || since <= resolvedOn, {
    path: ['resolvedOn'],
    error: 'barrier.resolvedOn.before-it-began',
  })
export type RecordBarrierInput = z.infer<typeof RecordBarrierInput>

/** The barriers of one case. */
export const BarriersOfCaseInput = inputOf({ episodeId: idOf('barrier.episodeId') })
export type BarriersOfCaseInput = z.infer<typeof BarriersOfCaseInput>

/** How far back the figures of barriers go, in months. */
export const REPORT_MONTHS = [12, 24] as const
export const BarrierReportInput = inputOf({ months: z.literal(REPORT_MONTHS, 'barrier.months.unknown') })
export type BarrierReportInput = z.infer<typeof BarrierReportInput>
