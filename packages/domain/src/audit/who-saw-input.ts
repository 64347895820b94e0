import { z } from 'zod'
import { idOf, inputOf, instantOf } from '../request/request-fields.ts'

/** A page of who read or wrote a case, newest first. */
export const WhoSawInput = inputOf({
  episodeId: idOf('audit.episodeId'),
  /** Behind this entry; null: from now. */
  before: inputOf({ at: instantOf('audit.before'), id: idOf('audit.before') })
    .nullable()
    .default(null),
  /** Lists on which the case stood among others, and searches that found it. */
  withLists: z.boolean('audit.withLists.invalid').default(false),
})
export type WhoSawInput = z.infer<typeof WhoSawInput>

/** The copy for the person. */
export const CopyInput = inputOf({ episodeId: idOf('audit.episodeId') })
export type CopyInput = z.infer<typeof CopyInput>
