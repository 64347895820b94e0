import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { KitHolder, KitUseOutcome, SaidKitState } from './kit-codes.ts'

/** More doses than any kit holds are a slip of the keyboard. */
const MOST_DOSES = 20

/** A naloxone kit of a case: new, or changed when `kitId` names one. */
export const RecordKitInput = inputOf({
  episodeId: idOf('naloxone.episodeId'),
  /** Null: a new kit. */
  kitId: idOf('naloxone.kitId').nullable(),
  requestId: RequestId,
  /** The version of the kit on the screen; of a new one the number of kits on it. */
  seenVersion: SeenVersion,
  /** For whom it is. */
  holder: KitHolder.default('person'),
  /** Product and lot as on the box. */
  product: filledText('naloxone.product', 120).nullable(),
  lot: filledText('naloxone.lot', 60).nullable(),
  /** The expiry that is printed on the kit. Shelf lives differ by product and country, so it is never computed. */
  expiresOn: PlainDate.nullable(),
  state: SaidKitState,
  /** When it was put into the hand of whom it is for. */
  handedAt: instantOf('naloxone.handedAt').nullable(),
  /** When it was used or lost. */
  goneAt: instantOf('naloxone.goneAt').nullable().default(null),
  /** How many of its doses were given. Null: not known. */
  dosesUsed: z
    .int('naloxone.dosesUsed.invalid')
    .min(1, 'naloxone.dosesUsed.invalid')
    .max(MOST_DOSES, 'naloxone.dosesUsed.invalid')
    .nullable()
    .default(null),
  usedOutcome: KitUseOutcome.nullable().default(null),
  /** The used, lost or left kit in whose place this one comes. */
  replacesId: idOf('naloxone.replacesId').nullable().default(null),
  /** Whether whoever holds it was shown how. Null: not asked. Never a condition of giving a kit. */
  trained: z.boolean('naloxone.trained.invalid').nullable(),
  /** On which day. Null: not said. */
  trainedOn: PlainDate.nullable().default(null),
})
  .refine(({ state, handedAt }) => state !== 'handed-over' || handedAt !== null, {
    path: ['handedAt'],
    error: 'naloxone.handedAt.when-handed-over',
  })
  .refine(({ state, handedAt }) => !NEVER_HANDED.includes(state) || handedAt === null, {
    path: ['handedAt'],
    error: 'naloxone.handedAt.not-handed',
  })
  .refine(({ state, goneAt }) => (state === 'used' || state === 'lost') === (goneAt !== null), {
    path: ['goneAt'],
    error: 'naloxone.goneAt.when-gone',
  })
  .refine(({ handedAt, goneAt }) => handedAt === null || goneAt === null || handedAt <= goneAt, {
    path: ['goneAt'],
    error: 'naloxone.goneAt.before-handed',
  })
  .refine(({ state, usedOutcome }) => (state === 'used') === (usedOutcome !== null), {
    path: ['usedOutcome'],
    error: 'naloxone.usedOutcome.when-used',
  })
  .refine(({ state, dosesUsed }) => state === 'used' || dosesUsed === null, {
    path: ['dosesUsed'],
    error: 'naloxone.dosesUsed.not-used',
  })
  .refine(({ holder, state }) => holder === 'person' || (state !== 'in-property' && state !== 'left-in-prison'), {
    path: ['state'],
    error: 'naloxone.state.not-in-prison',
  })
  .refine(({ trained, trainedOn }) => trained === true || trainedOn === null, {
    path: ['trainedOn'],
    error: 'naloxone.trainedOn.not-trained',
  })
export type RecordKitInput = z.infer<typeof RecordKitInput>

const NEVER_HANDED: readonly string[] = ['in-property', 'left-in-prison', 'declined']
