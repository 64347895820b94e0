import type { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { PartnerWish } from './partner-wishes.ts'

/** Whether the person wants help for a partner. A yes, a no, or not asked: there is no field for anything else. */
export const RecordPartnerWishInput = inputOf({
  episodeId: idOf('partner.episodeId'),
  requestId: RequestId,
  /** Null when nobody has recorded a wish yet. */
  seenVersion: SeenVersion.nullable(),
  wish: PartnerWish,
})
export type RecordPartnerWishInput = z.infer<typeof RecordPartnerWishInput>
