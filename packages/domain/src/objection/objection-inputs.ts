import { z } from 'zod'
import type { Category } from '../access/access-codes.ts'
import { COMMUNITY_KINDS } from '../access/who-groups.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** What is shared without a consent, and can be objected to. Who somebody is and when they leave goes with every handoff. */
export const OBJECTION_CATEGORIES = [
  'omt',
  'naloxone',
  'health',
  'housing',
  'benefits',
  'partner',
  'documents',
  'work',
  'belongings',
  'support',
] as const satisfies readonly Category[]
export const ObjectionCategory = z.enum(OBJECTION_CATEGORIES, { error: 'objection.category.unknown' })
export type ObjectionCategory = (typeof OBJECTION_CATEGORIES)[number]

export const OBJECTION_DECISIONS = ['upheld', 'not-upheld'] as const
export const ObjectionDecision = z.enum(OBJECTION_DECISIONS, { error: 'objection.decision.missing' })
export type ObjectionDecision = (typeof OBJECTION_DECISIONS)[number]

/** What a person does not want shared, and with whom; with nobody named, with everybody. */
export const RecordObjectionInput = inputOf({
  episodeId: idOf('objection.episodeId'),
  requestId: RequestId,
  serviceIds: z
    .array(idOf('objection.serviceIds'), 'objection.recipients.missing')
    .max(20, 'objection.recipients.too-many'),
  kinds: z
    .array(z.enum(COMMUNITY_KINDS as [string, ...string[]], 'service.kind.unknown'), 'objection.recipients.missing')
    .max(COMMUNITY_KINDS.length, 'objection.recipients.too-many'),
  categories: z
    .array(ObjectionCategory, 'objection.categories.missing')
    .min(1, 'objection.categories.missing')
    .max(OBJECTION_CATEGORIES.length, 'objection.category.unknown'),
  ownWords: filledText('objection.ownWords', 1_000).nullable(),
})
export type RecordObjectionInput = z.infer<typeof RecordObjectionInput>

/** What a clinician decided, once the person was told what would be lost. */
export const DecideObjectionInput = inputOf({
  objectionId: idOf('objection.objectionId'),
  requestId: RequestId,
  seenVersion: SeenVersion,
  decision: ObjectionDecision,
  reason: filledText('objection.reason', 1_000),
  toldWhatIsLost: z.literal(true, 'objection.toldWhatIsLost.missing'),
})
export type DecideObjectionInput = z.infer<typeof DecideObjectionInput>

/** Those that wait for a decision. */
export const OpenObjectionsInput = inputOf({})
export type OpenObjectionsInput = z.infer<typeof OpenObjectionsInput>
