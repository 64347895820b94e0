import { z } from 'zod'
import { Area } from '../checklist/areas.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** A send set: one release handed over by area, each to one receiving service, all in one transaction. */
export const SendHandoffsInput = inputOf({
  episodeId: idOf('handoff.episodeId'),
  requestId: RequestId,
  /** The version of the plan on the screen: what is sent is what was read. */
  seenVersion: SeenVersion,
  handoffs: z
    .array(inputOf({ area: Area, receivingServiceId: idOf('handoff.receivingServiceId') }), 'handoff.handoffs.invalid')
    .min(1, 'handoff.handoffs.missing')
    .max(10, 'handoff.handoffs.too-many')
    .refine(
      (handoffs) => new Set(handoffs.map(({ area }) => area)).size === handoffs.length,
      'handoff.handoffs.repeated',
    ),
})
export type SendHandoffsInput = z.infer<typeof SendHandoffsInput>

/** Which services could receive these areas of a case. */
export const FindReceiversInput = inputOf({ episodeId: idOf('handoff.episodeId') })
export type FindReceiversInput = z.infer<typeof FindReceiversInput>
