import { CurvesInput } from '../../src/continuity/curve/curves-input.ts'
import { FlowInput } from '../../src/continuity/flow/flow-input.ts'
import {
  AddFigureAnnotationInput,
  WithdrawFigureAnnotationInput,
} from '../../src/figure-annotation/figure-annotation-input.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

/** Curves, and what managers write on charts. */
export const FIGURE_INPUTS: Readonly<Record<string, InputSample>> = {
  'continuity.curves': { schema: CurvesInput, takes: { curve: 'first-dose', breakdown: 'prison' } },
  'continuity.flow': { schema: FlowInput, takes: { breakdown: 'weekday', group: 'friday' } },
  'figure-annotation.add': {
    schema: AddFigureAnnotationInput,
    takes: {
      ...REQUEST,
      kind: 'new-limits',
      indicator: 'dose-within-48-hours',
      month: '2026-04',
      name: 'Pharmacy B closed',
      note: 'Supervised doses moved to Mill Lane.',
      percent: null,
    },
  },
  'figure-annotation.withdraw': { schema: WithdrawFigureAnnotationInput, takes: { ...REQUEST, annotationId: ID } },
}
