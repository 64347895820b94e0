import { z } from 'zod'
import { INDICATORS } from '../continuity/indicators.ts'
import { MonthInput } from '../continuity/month-input.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { FIGURE_ANNOTATION_KINDS } from './figure-annotation-codes.ts'

/** Longest texts; the name stands on the chart, the note in the list below it. */
const NAME_LENGTH = 60
const NOTE_LENGTH = 500

/** What a manager writes on the charts of the own service. */
export const AddFigureAnnotationInput = inputOf({
  requestId: RequestId,
  kind: z.enum(FIGURE_ANNOTATION_KINDS, 'figure-annotation.kind.missing'),
  /** Null: it stands on every chart. */
  indicator: z.enum(INDICATORS, 'figure-annotation.indicator.unknown').nullable(),
  month: MonthInput,
  name: filledText('figure-annotation.name', NAME_LENGTH),
  note: filledText('figure-annotation.note', NOTE_LENGTH).nullable(),
  /** A target only: per cent. */
  percent: z
    .int('figure-annotation.percent.invalid')
    .min(1, 'figure-annotation.percent.invalid')
    .max(100, 'figure-annotation.percent.invalid')
    .nullable(),
}).superRefine(({ kind, indicator, note, percent }, { addIssue }) => {
  const fault = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
  if (kind === 'new-limits' && note === null) fault('note', 'figure-annotation.note.missing')
  if (kind === 'target' && indicator === null) fault('indicator', 'figure-annotation.indicator.missing')
  if ((kind === 'target') !== (percent !== null))
    fault('percent', `figure-annotation.percent.${percent === null ? 'missing' : 'not-asked'}`)
})
export type AddFigureAnnotationInput = z.infer<typeof AddFigureAnnotationInput>

export const WithdrawFigureAnnotationInput = inputOf({
  requestId: RequestId,
  annotationId: idOf('figure-annotation.annotationId'),
})
export type WithdrawFigureAnnotationInput = z.infer<typeof WithdrawFigureAnnotationInput>
