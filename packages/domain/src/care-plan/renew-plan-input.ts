import { z } from 'zod'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'

/** Somebody read what newer rules would change, and brings the plan to them. */
export const RenewPlanInput = inputOf({
  episodeId: idOf('care-plan.episodeId'),
  requestId: RequestId,
  /** The version of the plan on the screen. */
  seenVersion: SeenVersion,
  /** The version of the rules whose difference was on the screen. */
  ruleSet: z.string('care-plan.ruleSet.missing').regex(/^[a-z0-9+-]{1,100}$/, 'care-plan.ruleSet.unknown'),
})
export type RenewPlanInput = z.infer<typeof RenewPlanInput>
