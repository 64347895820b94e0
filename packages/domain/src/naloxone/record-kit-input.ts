import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { KitState } from './kit-codes.ts'

/** A naloxone kit for a person's release: new, or changed when `kitId` names one. */
export const RecordKitInput = inputOf({
  episodeId: idOf('naloxone.episodeId'),
  /** Null: a new kit. */
  kitId: idOf('naloxone.kitId').nullable(),
  requestId: RequestId,
  /** The version of the kit on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  /** Product and lot as on the box. */
  product: filledText('naloxone.product', 120).nullable(),
  lot: filledText('naloxone.lot', 60).nullable(),
  /** The expiry that is printed on the kit. Shelf lives differ by product and country, so it is never computed. */
  expiresOn: PlainDate.nullable(),
  state: KitState,
  handedAt: instantOf('naloxone.handedAt').nullable(),
  /** Whether the person was shown how. Null: not asked. Never a condition of giving a kit. */
  trained: z.boolean('naloxone.trained.invalid').nullable(),
}).refine(({ state, handedAt }) => (state === 'handed-over') === (handedAt !== null), {
  path: ['handedAt'],
  error: 'naloxone.handedAt.when-handed-over',
})
export type RecordKitInput = z.infer<typeof RecordKitInput>
