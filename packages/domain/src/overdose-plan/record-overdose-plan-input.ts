import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { OVERDOSE_PLAN_PARTS, OverdosePlanAnswer } from './overdose-plan-codes.ts'

const part = (key: string) => filledText(`overdose-plan.${key}`, 500).nullable()

/** The overdose plan of one person: offered, made or declined, on a day. */
export const RecordOverdosePlanInput = inputOf({
  episodeId: idOf('overdose-plan.episodeId'),
  requestId: RequestId,
  /** The version on the screen; null when it was never offered. */
  seenVersion: SeenVersion.nullable(),
  answer: OverdosePlanAnswer,
  /** Whether nobody else was in the room. */
  seenAlone: z.boolean('overdose-plan.seenAlone.invalid'),
  offeredOn: PlainDate,
  notAlone: part('notAlone'),
  goSlow: part('goSlow'),
  /** By role and first name, no more. */
  naloxoneWith: part('naloxoneWith'),
  whoCalls: part('whoCalls'),
}).superRefine((input, context) => {
  const saysSomething = OVERDOSE_PLAN_PARTS.some((each) => input[each] !== null)
  if (input.answer === 'made' && !saysSomething)
    context.addIssue({ code: 'custom', path: ['notAlone'], message: 'overdose-plan.notAlone.missing' })
  if (input.answer !== 'made' && saysSomething)
    context.addIssue({ code: 'custom', path: ['answer'], message: 'overdose-plan.answer.not-made' })
})
export type RecordOverdosePlanInput = z.infer<typeof RecordOverdosePlanInput>

/** The overdose plan of one case, and what was reported. */
export const OverdosePlanOfCaseInput = inputOf({ episodeId: idOf('overdose-plan.episodeId') })
export type OverdosePlanOfCaseInput = z.infer<typeof OverdosePlanOfCaseInput>
