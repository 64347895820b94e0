import type { z } from 'zod'
import { idOf, inputOf } from '../request/request-fields.ts'

/** The release of one case. */
export const ReleaseOfCaseInput = inputOf({ episodeId: idOf('release.episodeId') })
export type ReleaseOfCaseInput = z.infer<typeof ReleaseOfCaseInput>
