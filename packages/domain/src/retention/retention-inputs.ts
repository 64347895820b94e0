import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { Country } from '../custody-episode/countries.ts'
import { idOf, inputOf, RequestId } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Rules, counts and runs. */
export const RetentionBoardInput = inputOf({})
export type RetentionBoardInput = z.infer<typeof RetentionBoardInput>

const NewRule = inputOf({
  country: Country,
  /** Whole years from the end of the last case. */
  years: z.int('retention.years.invalid').min(1, 'retention.years.invalid').max(150, 'retention.years.invalid'),
  source: filledText('retention.source', 500),
  reviewBy: PlainDate,
})

/** Asks another administrator for a yes: to a period, or to erasing what is due now. */
export const ProposeRetentionInput = inputOf({
  requestId: RequestId,
  what: z.enum(['rule', 'run'], { error: 'retention.what.unknown' }),
  /** Null for a run: its list is what is due at the press. */
  rule: NewRule.nullable(),
}).refine(({ what, rule }) => (what === 'rule') === (rule !== null), {
  error: 'retention.rule.missing',
  path: ['rule'],
})
export type ProposeRetentionInput = z.infer<typeof ProposeRetentionInput>

/** The other administrator's answer; whoever proposed may take it back. */
export const ConfirmRetentionInput = inputOf({
  requestId: RequestId,
  what: z.enum(['rule', 'run'], { error: 'retention.what.unknown' }),
  id: idOf('retention.id'),
  answer: z.enum(['confirm', 'take-back'], { error: 'retention.answer.unknown' }),
})
export type ConfirmRetentionInput = z.infer<typeof ConfirmRetentionInput>

/** Whether the records of a person are kept beyond their time. */
export const LegalHoldInput = inputOf({ episodeId: idOf('retention.episodeId') })
export type LegalHoldInput = z.infer<typeof LegalHoldInput>

/** Keeps the records of a person beyond their time, or lets go of them again. */
export const SetLegalHoldInput = inputOf({
  episodeId: idOf('retention.episodeId'),
  requestId: RequestId,
  isOn: z.boolean('retention.isOn.missing'),
  reason: filledText('retention.reason', 500),
})
export type SetLegalHoldInput = z.infer<typeof SetLegalHoldInput>
