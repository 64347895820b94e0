import { z } from 'zod'
import { inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** Whether somebody wants the digest under the hat they wear. Version 0 is the default, before anybody chose. */
export const ChooseDigestInput = inputOf({
  requestId: RequestId,
  seenVersion: SeenVersion,
  wanted: z.boolean('gap.digest.wanted.invalid'),
})
export type ChooseDigestInput = z.infer<typeof ChooseDigestInput>
