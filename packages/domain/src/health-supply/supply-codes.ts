import { z } from 'zod'
import type { Category } from '../access/access-codes.ts'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'

/** Medicine beside the maintenance treatment that must not stop at the gate. */
export const SUPPLY_KINDS = ['hiv', 'hepatitis-c', 'hepatitis-b', 'psychiatric', 'other'] as const
export const SupplyKind = z.enum(SUPPLY_KINDS, 'health-supply.kind.unknown')
export type SupplyKind = (typeof SUPPLY_KINDS)[number]

/** HIV and hepatitis are a kind of information of their own: never in a title, on a board, in a search or in an e-mail. */
export const CATEGORY_OF_SUPPLY = {
  hiv: 'hiv-hcv',
  'hepatitis-c': 'hiv-hcv',
  'hepatitis-b': 'hiv-hcv',
  psychiatric: 'health',
  other: 'health',
} as const satisfies Record<SupplyKind, Category>

export const SUPPLY_STATES = ['under-way', 'finished', 'stopped'] as const
export type SupplyState = (typeof SUPPLY_STATES)[number]

/** More than a year is a slip of the pen. */
const MOST_DAYS = 400

/** How much is in hand, who goes on with it, what is due. */
export const RecordSupplyInput = inputOf({
  episodeId: idOf('health-supply.episodeId'),
  requestId: RequestId,
  /** Null for a medicine that nobody has recorded yet. */
  supplyId: idOf('health-supply.supplyId').nullable(),
  /** The version on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  kind: SupplyKind,
  medicine: filledText('health-supply.medicine', 200).nullable(),
  /** Days for which it was in hand when it was counted, that day included. */
  supplyDays: z
    .int('health-supply.supplyDays.invalid')
    .min(0, 'health-supply.supplyDays.invalid')
    .max(MOST_DAYS, 'health-supply.supplyDays.invalid')
    .nullable(),
  countedOn: PlainDate.nullable(),
  continues: filledText('health-supply.continues', 300).nullable(),
  appointmentOn: PlainDate.nullable(),
  courseEndsOn: PlainDate.nullable(),
  lastTakenOn: PlainDate.nullable(),
  state: z.enum(SUPPLY_STATES, 'health-supply.state.unknown'),
})
  .refine(({ supplyDays, countedOn }) => supplyDays === null || countedOn !== null, {
    path: ['countedOn'],
    error: 'health-supply.countedOn.missing',
  })
  .refine(({ supplyDays, countedOn }) => countedOn === null || supplyDays !== null, {
    path: ['supplyDays'],
    error: 'health-supply.supplyDays.missing',
  })
export type RecordSupplyInput = z.infer<typeof RecordSupplyInput>

/** The medicines of one case. */
export const SuppliesOfCaseInput = inputOf({ episodeId: idOf('health-supply.episodeId') })
export type SuppliesOfCaseInput = z.infer<typeof SuppliesOfCaseInput>
