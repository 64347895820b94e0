import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { plainText } from '../text/plain-text.ts'
import { FactCode, FactState } from './fact-codes.ts'
import { factValueFault } from './fact-value.ts'

/** One fact of a plan, saved as it is typed. */
export const RecordFactInput = inputOf({
  episodeId: idOf('care-plan.episodeId'),
  requestId: RequestId,
  /** The version of the answer on the screen; null when there was none. */
  seenVersion: SeenVersion.nullable(),
  code: FactCode,
  state: FactState,
  /** The answer when known; null for "not known" and "asked later". */
  value: plainText('care-plan.value').nullable(),
}).superRefine((input, context) => {
  const fault =
    input.state === 'known' ? factValueFault(input.code, input.value ?? '') : input.value === null ? null : 'unexpected'
  if (fault) context.addIssue({ code: 'custom', path: ['value'], message: `care-plan.value.${fault}` })
})
export type RecordFactInput = z.infer<typeof RecordFactInput>
