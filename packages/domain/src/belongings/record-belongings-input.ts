import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText } from '../text/plain-text.ts'
import { telephoneText } from '../text/telephone-text.ts'

/** What became of things that somebody keeps. Lost is said as it is, never "not collected". */
export const BELONGINGS_STATES = ['in-store', 'collected', 'given-up', 'lost'] as const
export type BelongingsState = (typeof BELONGINGS_STATES)[number]

/** Things of a person that somebody keeps: said for the first time, said again, collected or given up. */
export const RecordBelongingsInput = inputOf({
  episodeId: idOf('belongings.episodeId'),
  requestId: RequestId,
  /** Null for things that nobody has recorded yet. */
  belongingsId: idOf('belongings.belongingsId').nullable(),
  /** The version on the screen; 0 for a new one. */
  seenVersion: SeenVersion,
  inventory: filledText('belongings.inventory', 2_000),
  place: filledText('belongings.place', 300).nullable(),
  phone: telephoneText('belongings.phone', 60).nullable(),
  keepUntil: PlainDate.nullable(),
  /** As it was told: "5 a week". Nothing is computed with it. */
  fee: filledText('belongings.fee', 120).nullable(),
  /** By role and first name: never who that is besides. */
  mayCollect: filledText('belongings.mayCollect', 120).nullable(),
  state: z.enum(BELONGINGS_STATES, 'belongings.state.unknown'),
})
export type RecordBelongingsInput = z.infer<typeof RecordBelongingsInput>
