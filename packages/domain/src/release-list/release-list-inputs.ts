import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { LINE_RESULTS } from './label-group.ts'

/** What a human says of a possible duplicate. */
export const LINE_DECISIONS = ['same-person', 'other-person'] as const
export type LineDecision = (typeof LINE_DECISIONS)[number]

/** Which part of a preview is looked at. */
export const ReleaseListLinesInput = inputOf({
  listId: idOf('release-list.listId'),
  /** Null for all lines, those that leave sooner first. */
  result: z.enum(LINE_RESULTS, { error: 'release-list.result.unknown' }).nullable(),
  /** From 1. */
  page: z.int('release-list.page.invalid').min(1, 'release-list.page.invalid').max(10_000, 'release-list.page.invalid'),
})
export type ReleaseListLinesInput = z.infer<typeof ReleaseListLinesInput>

export const DecideLineInput = inputOf({
  listId: idOf('release-list.listId'),
  line: z
    .int('release-list.line.invalid')
    .min(2, 'release-list.line.invalid')
    .max(10_000_000, 'release-list.line.invalid'),
  requestId: RequestId,
  decision: z.enum(LINE_DECISIONS, { error: 'release-list.decision.unknown' }),
})
export type DecideLineInput = z.infer<typeof DecideLineInput>

export const ConfirmReleaseListInput = inputOf({
  listId: idOf('release-list.listId'),
  requestId: RequestId,
  /** The version of the preview: what is written is what was looked at. */
  seenVersion: SeenVersion,
})
export type ConfirmReleaseListInput = z.infer<typeof ConfirmReleaseListInput>

export const ReleaseListInput = inputOf({ listId: idOf('release-list.listId') })
export type ReleaseListInput = z.infer<typeof ReleaseListInput>
